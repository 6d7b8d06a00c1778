/** What each mind is good at, and terms that few expect, in German. */
export const mindNotes = {
  summaries: {
    'tansy-lite':
      'Kommt mit Tansy und ist auf jedem Gerät schnell. Benennt Alltägliches und gängige Nutzpflanzen auf Fotos. Weiß wenig und irrt sich oft.',
    'smolvlm-256m': 'Sagt, was auf einem Foto ist; schwach im Gespräch.',
    'smolvlm-500m': 'Sagt, was auf einem Foto ist, und liest etwas Text darin.',
    'lfm2.5-vl-450m': 'Sieht Fotos gut für seine Größe. Braucht eine Grafikkarte.',
    'qwen3.5-0.8b': 'Sieht Fotos, liest Text darin, kann viele Sprachen. Braucht eine Grafikkarte.',
  },
  licences: {
    'lfm2.5-vl-450m':
      'Keine Open-Source-Lizenz: keine gewerbliche Nutzung über 10 Millionen US-Dollar Umsatz.',
  },
} as const;
