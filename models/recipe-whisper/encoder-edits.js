/**
 * Finds the byte edits that free Whisper's encoder from its 30 seconds: the table of positions is cut to the length of
 * the sound, and the attention outputs, which nothing reads, are no longer computed into copies.
 *
 *   node models/recipe-whisper-short/make-edits.js encoder_model_quantized.onnx
 *
 * prints the edits as JSON for the catalogue. Field numbers are those of onnx.proto (ONNX 1.x, Apache-2.0).
 */
import { readFileSync } from 'node:fs';
import { fields, lengthDelimited, readVarint, writeVarint } from './protobuf.js';

const model = { graph: 7 };
const graph = { node: 1, output: 12 };
const node = { input: 1, output: 2, name: 3, operator: 4, attribute: 5 };
const attribute = { name: 1, integer: 3, tensor: 5, type: 20 };
const tensor = { dimensions: 1, type: 2, raw: 9 };
const int64 = 7;
const positions = 'embed_positions.weight';
// The same length as the name it stands for, so that nothing around it moves.
const cut = 'embed_positions.sliced';

const varintField = (field, value) => Buffer.concat([writeVarint(field * 8), writeVarint(value)]);

function nodeBytes(operator, name, inputs, outputs, attributes = []) {
  return lengthDelimited(
    graph.node,
    Buffer.concat([
      ...inputs.map((input) => lengthDelimited(node.input, input)),
      ...outputs.map((output) => lengthDelimited(node.output, output)),
      lengthDelimited(node.name, name),
      lengthDelimited(node.operator, operator),
      ...attributes.map((bytes) => lengthDelimited(node.attribute, bytes)),
    ]),
  );
}

function constant(name, value) {
  const raw = Buffer.alloc(8);
  raw.writeBigInt64LE(BigInt(value));
  const tensorBytes = Buffer.concat([
    varintField(tensor.dimensions, 1),
    varintField(tensor.type, int64),
    lengthDelimited(tensor.raw, raw),
  ]);
  const value_ = Buffer.concat([
    lengthDelimited(attribute.name, 'value'),
    lengthDelimited(attribute.tensor, tensorBytes),
    varintField(attribute.type, 4),
  ]);
  return nodeBytes('Constant', name, [], [name], [value_]);
}

/** Slice(positions, 0, length of the sound after the convolutions, axis 0). */
function slicingNodes(sound) {
  const axis = Buffer.concat([
    lengthDelimited(attribute.name, 'axis'),
    varintField(attribute.integer, 0),
    varintField(attribute.type, 2),
  ]);
  return Buffer.concat([
    constant('short_one', 1),
    constant('short_zero', 0),
    nodeBytes('Shape', 'short_shape', [sound], ['short_shape']),
    nodeBytes('Gather', 'short_length', ['short_shape', 'short_one'], ['short_length'], [axis]),
    nodeBytes(
      'Slice',
      'short_slice',
      [positions, 'short_zero', 'short_length', 'short_zero'],
      [cut],
    ),
  ]);
}

const text = (bytes, { payload, end }) => bytes.toString('utf8', payload, end);

export function makeEdits(bytes) {
  const graphField = [...fields(bytes, 0, bytes.length)].find(({ field }) => field === model.graph);
  const edits = [];
  for (const part of fields(bytes, graphField.payload, graphField.end)) {
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
  const grown = edits.reduce((sum, edit) => sum + edit.insert.length - edit.deleteBytes, 0);
  const { value } = readVarint(bytes, graphField.lengthAt);
  edits.unshift({
    offset: graphField.lengthAt,
    deleteBytes: graphField.payload - graphField.lengthAt,
    insert: writeVarint(value + grown),
  });
  return edits
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, deleteBytes, insert }) => ({
      offset,
      deleteBytes,
      insertBase64: insert.toString('base64'),
    }));
}

if (process.argv[1]?.endsWith('make-edits.js')) {
  console.log(JSON.stringify(makeEdits(readFileSync(process.argv[2])), null, 2));
}
