/** The layers of docs/architecture.md, checked: each folder may import only what the table there allows. */
const layers = {
  domain: [],
  protocol: ['domain'],
  storage: ['domain'],
  engine: ['protocol', 'domain', 'storage'],
  audio: ['domain'],
  voice: ['domain'],
  services: ['protocol', 'storage', 'domain', 'audio', 'voice'],
  state: ['services', 'domain'],
  ui: ['state', 'domain'],
};

const all = Object.keys(layers);

// Workers are named by URL, not imported for their code, so `engine` may be reached from `services` that way alone.
const layerRules = all.map((layer) => ({
  name: `layer-${layer}`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: `^src/(${all.filter((other) => other !== layer && !layers[layer].includes(other)).join('|')}|pwa)/`,
    pathNot: layer === 'services' ? '^src/engine/[^/]+/worker\\.ts' : undefined,
  },
}));

/** The rooms of a layer in the same way, each from the lowest up: so there is no circle among them. */
const rooms = {
  domain: {
    words: [],
    photos: ['words'],
    given: ['words'],
    plants: ['words', 'photos'],
    conversations: ['words', 'photos', 'given', 'plants'],
    models: ['plants'],
    mind: ['words', 'photos', 'given', 'plants', 'conversations', 'models'],
    questions: ['words', 'photos', 'given', 'plants', 'conversations', 'mind'],
    voice: ['words'],
  },
  services: {
    kept: [],
    models: ['kept'],
    photos: ['models'],
    plants: ['models'],
    voice: ['kept', 'models'],
    mind: ['kept', 'models'],
    answers: ['kept', 'voice', 'mind'],
  },
};

const roomRules = Object.entries(rooms).flatMap(([layer, table]) => [
  ...Object.entries(table).map(([room, below]) => ({
    name: `room-${layer}-${room}`,
    severity: 'error',
    from: { path: `^src/${layer}/${room}/` },
    to: { path: `^src/${layer}/[^/]+/`, pathNot: `^src/${layer}/(${[room, ...below].join('|')})/` },
  })),
  {
    name: `room-${layer}-none`,
    comment: 'What lies beside the rooms is for all of them, and rests on none.',
    severity: 'error',
    from: { path: `^src/${layer}/[^/]+$` },
    to: { path: `^src/${layer}/[^/]+/` },
  },
  {
    name: `room-${layer}-unlisted`,
    comment: 'A room that the table above does not list would be held to nothing.',
    severity: 'error',
    from: {},
    to: {
      path: `^src/${layer}/[^/]+/`,
      pathNot: `^src/${layer}/(${Object.keys(table).join('|')})/`,
    },
  },
]);

/** What browsers are given by address: all else is reached from these. */
const entries =
  '^src/(begin\\.ts|engine/[^/]+/worker\\.ts|audio/[^/]+\\.worklet\\.ts|pwa/service-worker\\.ts)$';

const only = (name, module, folders) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${folders})` },
  to: { path: `node_modules/${module}` },
});

export default {
  forbidden: [
    ...layerRules,
    ...roomRules,
    only('transformers-in-engine', '@huggingface/transformers', 'engine/'),
    only('ort-in-engine', 'onnxruntime-web', 'engine/'),
    only('idb-in-storage', 'idb', 'storage/'),
    only('svelte-in-state-and-ui', '(svelte|bits-ui|@lucide/svelte)/', 'state/|ui/|main\\.ts'),
    { name: 'no-circles', severity: 'error', from: { path: '^src' }, to: { circular: true } },
    {
      name: 'types-alone',
      comment:
        'The page’s first file waits for it before it goes on: what it imported of that would wait for ever.',
      severity: 'error',
      from: { path: '^src/services/kept/memory-library\\.ts$' },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-unused',
      comment:
        'What neither the page, a worker, a worklet nor the service worker leads to is not part of the app.',
      severity: 'error',
      from: { path: entries },
      to: { path: '^src/', pathNot: ['\\.d\\.ts$', entries], reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser'],
    },
  },
};
