/**
 * Finds the byte edits that let Whisper's decoder choose the next word by the 8-bit table as it is: as published it makes the
 * table of 51,865 words into floats for each token anew, which takes longer than all else of it. Here the state before the
 * table is made into 8 bits, as it is before every other product of this file.
 *
 *   node models/recipe-whisper/decoder-edits.js decoder_model_merged_quantized.onnx
 *
 * prints the edits as JSON for the catalogue. The table is turned once, outside the two branches, for both.
 */
import { readFileSync } from 'node:fs';
import {
  asEdits,
  float,
  graph,
  innerGraphs,
  integerAttribute,
  integersAttribute,
  model,
  nodeBytes,
  readNode,
  withLength,
} from './onnx.js';
import { fields } from './protobuf.js';

const table = 'model.decoder.embed_tokens.weight_merged_0';
const turned = 'head_turned';
const product = '/proj_out/MatMul';

const turning = () =>
  nodeBytes(
    'Transpose',
    turned,
    [`${table}_quantized`],
    [turned],
    [integersAttribute('perm', [1, 0])],
  );

/** state · table, over integers, then to floats by both scales. */
function headNodes(state, logits) {
  const [levels, scale, zero, sum] = ['head_levels', 'head_scale', 'head_zero', 'head_sum'];
  return Buffer.concat([
    nodeBytes('DynamicQuantizeLinear', levels, [state], [levels, scale, zero]),
    nodeBytes('MatMulInteger', sum, [levels, turned, zero, `${table}_zero_point`], [sum]),
    nodeBytes('Cast', 'head_float', [sum], ['head_float'], [integerAttribute('to', float)]),
    nodeBytes('Mul', 'head_scales', [scale, `${table}_scale`], ['head_scales']),
    nodeBytes('Mul', 'head_logits', ['head_float', 'head_scales'], [logits]),
  ]);
}

const nodesIn = (bytes, part) =>
  [...fields(bytes, part.payload, part.end)]
    .filter(({ field }) => field === graph.node)
    .map((each) => readNode(bytes, each));

/** In one branch: the table is no longer turned nor made into floats there, and the product is another. */
function branchEdits(bytes, branch) {
  const nodes = nodesIn(bytes, branch);
  const last = nodes.find(({ name }) => name === product);
  const floats = nodes.find(({ outputs }) => outputs[0] === last?.inputs[1]);
  const turn = nodes.find(({ outputs }) => outputs[0] === floats?.inputs[0]);
  if (turn?.operator !== 'Transpose' || floats?.operator !== 'DequantizeLinear') {
    throw new Error('this is not the decoder that the recipe knows');
  }
  const inPlaceOf = ({ part }, insert = Buffer.alloc(0)) => ({
    offset: part.start,
    deleteBytes: part.end - part.start,
    insert,
  });
  const head = headNodes(last.inputs[0], last.outputs[0]);
  return [inPlaceOf(turn), inPlaceOf(floats), inPlaceOf(last, head)];
}

export function decoderEdits(bytes) {
  const whole = [...fields(bytes, 0, bytes.length)].find(({ field }) => field === model.graph);
  const nodes = nodesIn(bytes, whole);
  const choice = nodes.find(({ operator }) => operator === 'If');
  if (!choice) throw new Error('this is not the decoder that the recipe knows');
  const branches = [...innerGraphs(bytes, choice)].flatMap(({ holder, part }) =>
    withLength(bytes, holder, withLength(bytes, part, branchEdits(bytes, part))),
  );
  const first = { offset: nodes[0].part.start, deleteBytes: 0, insert: turning() };
  return asEdits(withLength(bytes, whole, [first, ...withLength(bytes, choice.part, branches)]));
}

if (process.argv[1]?.endsWith('decoder-edits.js')) {
  console.log(JSON.stringify(decoderEdits(readFileSync(process.argv[2])), null, 2));
}
