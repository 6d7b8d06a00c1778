/**
 * Finds the byte edits that let Whisper's decoder choose the next word by one table of floats. As published it turns the table of
 * 51,865 words and makes it into floats in each of its two branches: for each token anew, which takes longer than all else
 * of it, or, where the runtime folds constants, once for each branch. Here both are done outside, once for both.
 *
 *   node models/recipe-whisper/decoder-edits.js decoder_model_merged_quantized.onnx
 *
 * prints the edits as JSON for the catalogue. The runtime must be asked not to look for quantised operators, or it leaves the
 * floats unmade.
 */
import { readFileSync } from 'node:fs';
import {
  asEdits,
  graph,
  innerGraphs,
  integersAttribute,
  model,
  nodeBytes,
  readNode,
  withLength,
} from './onnx.js';
import { fields } from './protobuf.js';

const table = 'model.decoder.embed_tokens.weight_merged_0';
const perm = integersAttribute('perm', [1, 0]);
const turned = 'head_turned';
const floats = 'head_floats';
const product = '/proj_out/MatMul';

const tableNodes = () =>
  Buffer.concat([
    nodeBytes('Transpose', turned, [`${table}_quantized`], [turned], [perm]),
    nodeBytes(
      'DequantizeLinear',
      floats,
      [turned, `${table}_scale`, `${table}_zero_point`],
      [floats],
    ),
  ]);

const nodesIn = (bytes, part) =>
  [...fields(bytes, part.payload, part.end)]
    .filter(({ field }) => field === graph.node)
    .map((each) => readNode(bytes, each));

/** In one branch: the table is no longer turned nor made into floats there. */
function branchEdits(bytes, branch) {
  const nodes = nodesIn(bytes, branch);
  const last = nodes.find(({ name }) => name === product);
  const making = nodes.find(({ outputs }) => outputs[0] === last?.inputs[1]);
  const turning = nodes.find(({ outputs }) => outputs[0] === making?.inputs[0]);
  if (turning?.operator !== 'Transpose' || making?.operator !== 'DequantizeLinear') {
    throw new Error('this is not the decoder that the recipe knows');
  }
  const inPlaceOf = ({ part }, insert = Buffer.alloc(0)) => ({
    offset: part.start,
    deleteBytes: part.end - part.start,
    insert,
  });
  const choosing = nodeBytes('MatMul', product, [last.inputs[0], floats], last.outputs);
  return [inPlaceOf(turning), inPlaceOf(making), inPlaceOf(last, choosing)];
}

export function decoderEdits(bytes) {
  const whole = [...fields(bytes, 0, bytes.length)].find(({ field }) => field === model.graph);
  const nodes = nodesIn(bytes, whole);
  const choice = nodes.find(({ operator }) => operator === 'If');
  if (!choice) throw new Error('this is not the decoder that the recipe knows');
  const branches = [...innerGraphs(bytes, choice)].flatMap(({ holder, part }) =>
    withLength(bytes, holder, withLength(bytes, part, branchEdits(bytes, part))),
  );
  const first = { offset: nodes[0].part.start, deleteBytes: 0, insert: tableNodes() };
  return asEdits(withLength(bytes, whole, [first, ...withLength(bytes, choice.part, branches)]));
}

if (process.argv[1]?.endsWith('decoder-edits.js')) {
  console.log(JSON.stringify(decoderEdits(readFileSync(process.argv[2])), null, 2));
}
