/**
 * Finds the byte edits that free Whisper's encoder from its 30 seconds: the table of positions is cut to the length of
 * the sound, and the attention outputs, which nothing reads, are no longer computed into copies.
 *
 *   node models/recipe-whisper/encoder-edits.js encoder_model_quantized.onnx
 *
 * prints the edits as JSON for the catalogue.
 */
import { readFileSync } from 'node:fs';
import {
  asEdits,
  constant,
  graph,
  integerAttribute,
  model,
  node,
  nodeBytes,
  text,
  withLength,
} from './onnx.js';
import { fields } from './protobuf.js';

const positions = 'embed_positions.weight';
// The same length as the name it stands for, so that nothing around it moves.
const cut = 'embed_positions.sliced';

/** Slice(positions, 0, length of the sound after the convolutions, axis 0). */
function slicingNodes(sound) {
  return Buffer.concat([
    constant('short_one', 1),
    constant('short_zero', 0),
    nodeBytes('Shape', 'short_shape', [sound], ['short_shape']),
    nodeBytes(
      'Gather',
      'short_length',
      ['short_shape', 'short_one'],
      ['short_length'],
      [integerAttribute('axis', 0)],
    ),
    nodeBytes(
      'Slice',
      'short_slice',
      [positions, 'short_zero', 'short_length', 'short_zero'],
      [cut],
    ),
  ]);
}

export function encoderEdits(bytes) {
  const whole = [...fields(bytes, 0, bytes.length)].find(({ field }) => field === model.graph);
  const edits = [];
  for (const part of fields(bytes, whole.payload, whole.end)) {
    if (part.field === graph.node) {
      const inside = [...fields(bytes, part.payload, part.end)];
      const inputs = inside.filter(({ field }) => field === node.input);
      const used = inputs.find((input) => text(bytes, input) === positions);
      if (!used) continue;
      const sound = inputs.map((input) => text(bytes, input)).find((name) => name !== positions);
      edits.push({ offset: part.start, deleteBytes: 0, insert: slicingNodes(sound) });
      edits.push({ offset: used.payload, deleteBytes: positions.length, insert: Buffer.from(cut) });
    } else if (part.field === graph.output) {
      const name = [...fields(bytes, part.payload, part.end)].find(({ field }) => field === 1);
      if (text(bytes, name) === 'last_hidden_state') continue;
      edits.push({
        offset: part.start,
        deleteBytes: part.end - part.start,
        insert: Buffer.alloc(0),
      });
    }
  }
  if (edits.length < 2) throw new Error('this is not the encoder that the recipe knows');
  return asEdits(withLength(bytes, whole, edits));
}

if (process.argv[1]?.endsWith('encoder-edits.js')) {
  console.log(JSON.stringify(encoderEdits(readFileSync(process.argv[2])), null, 2));
}
