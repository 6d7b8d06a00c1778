/** Nodes of an ONNX graph as bytes. Field numbers are those of onnx.proto (ONNX 1.x, Apache-2.0). */
import { fields, lengthDelimited, readVarint, writeVarint } from './protobuf.js';

export const model = { graph: 7 };
export const graph = { node: 1, output: 12 };
export const node = { input: 1, output: 2, name: 3, operator: 4, attribute: 5 };
const attribute = { name: 1, integer: 3, tensor: 5, graph: 6, integers: 8, type: 20 };
const tensor = { dimensions: 1, type: 2, raw: 9 };
const attributeType = { integer: 2, tensor: 4, integers: 7 };
const int64 = 7;

const varintField = (field, value) => Buffer.concat([writeVarint(field * 8), writeVarint(value)]);

export function nodeBytes(operator, name, inputs, outputs, attributes = []) {
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

export const integerAttribute = (name, value) =>
  Buffer.concat([
    lengthDelimited(attribute.name, name),
    varintField(attribute.integer, value),
    varintField(attribute.type, attributeType.integer),
  ]);

export const integersAttribute = (name, values) =>
  Buffer.concat([
    lengthDelimited(attribute.name, name),
    ...values.map((value) => varintField(attribute.integers, value)),
    varintField(attribute.type, attributeType.integers),
  ]);

/** A node that gives one 64-bit number, as a list of one. */
export function constant(name, value) {
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
    varintField(attribute.type, attributeType.tensor),
  ]);
  return nodeBytes('Constant', name, [], [name], [value_]);
}

export const text = (bytes, { payload, end }) => bytes.toString('utf8', payload, end);

/** What a node is, with the ranges of its fields. */
export function readNode(bytes, part) {
  const inside = [...fields(bytes, part.payload, part.end)];
  const texts = (field) =>
    inside.filter((each) => each.field === field).map((each) => text(bytes, each));
  return {
    part,
    inside,
    inputs: texts(node.input),
    outputs: texts(node.output),
    name: texts(node.name)[0] ?? '',
    operator: texts(node.operator)[0],
  };
}

/** The attributes of a node that are graphs, each with its graph. */
export function* innerGraphs(bytes, { inside }) {
  for (const holder of inside.filter(({ field }) => field === node.attribute)) {
    for (const part of fields(bytes, holder.payload, holder.end)) {
      if (part.field === attribute.graph) yield { holder, part };
    }
  }
}

/** Edits inside a message, and the one that its length then needs. */
export function withLength(bytes, { lengthAt, payload }, edits) {
  if (edits.length === 0) return [];
  const grown = edits.reduce(
    (sum, { insert, deleteBytes }) => sum + insert.length - deleteBytes,
    0,
  );
  const { value } = readVarint(bytes, lengthAt);
  return [
    { offset: lengthAt, deleteBytes: payload - lengthAt, insert: writeVarint(value + grown) },
    ...edits,
  ];
}

/** As the catalogue has them. */
export const asEdits = (edits) =>
  edits
    .sort((a, b) => a.offset - b.offset)
    .map(({ offset, deleteBytes, insert }) => ({
      offset,
      deleteBytes,
      insertBase64: insert.toString('base64'),
    }));
