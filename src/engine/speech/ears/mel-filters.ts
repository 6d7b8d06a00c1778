/**
 * Whisper's 80 triangular mel filters (Slaney's scale and norm, 0 to 8,000 Hz at 16 kHz), kept sparse: a filter
 * touches few of the 201 bins.
 */
import { frameSamples, frequencyBins } from './power-spectrum';

export const melBands = 80;
export const sampleRateHz = 16_000;

export interface MelFilter {
  readonly firstBin: number;
  readonly weights: Float64Array;
}

const linearHzPerMel = 200 / 3;
const logStartHz = 1000;
const logStartMel = logStartHz / linearHzPerMel;
const logStep = Math.log(6.4) / 27;

const melOf = (hz: number) =>
  hz < logStartHz ? hz / linearHzPerMel : logStartMel + Math.log(hz / logStartHz) / logStep;
const hzOf = (mel: number) =>
  mel < logStartMel ? mel * linearHzPerMel : logStartHz * Math.exp(logStep * (mel - logStartMel));

export function melFilters(): MelFilter[] {
  const topMel = melOf(sampleRateHz / 2);
  const edgesHz = Array.from({ length: melBands + 2 }, (_, index) =>
    hzOf((topMel * index) / (melBands + 1)),
  );
  return Array.from({ length: melBands }, (_, band) => {
    const [low, centre, high] = edgesHz.slice(band, band + 3) as [number, number, number];
    const weightOf = (bin: number) => {
      const hz = (bin * sampleRateHz) / frameSamples;
      const slope = Math.min((hz - low) / (centre - low), (high - hz) / (high - centre));
      return (Math.max(0, slope) * 2) / (high - low);
    };
    const bins = Array.from({ length: frequencyBins }, (_, bin) => bin).filter(
      (bin) => weightOf(bin) > 0,
    );
    return { firstBin: bins[0] ?? 0, weights: Float64Array.from(bins, weightOf) };
  });
}
