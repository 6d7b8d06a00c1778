/**
 * An ONNX file whose tensors' bytes lie in a second file, written as one file: real repositories keep some models so,
 * and the tiny model is to stand for them.
 */
import { fields, lengthDelimited, writeVarint } from '../../models/recipe-whisper/protobuf.js';

// Field numbers of onnx.proto.
const graphOf = { model: 7 };
const initializer = 5;
const tensor = { rawData: 9, externalData: 13, dataLocation: 14 };
const entry = { key: 1, value: 2 };

const slice = (bytes, { payload, end }) => bytes.subarray(payload, end);

/** Rewrites the fields with this number; the others stay as they are. */
function mapFields(bytes, number, change) {
  const parts = [];
  for (const found of fields(bytes, 0, bytes.length)) {
    parts.push(
      found.field === number
        ? lengthDelimited(number, change(slice(bytes, found)))
        : bytes.subarray(found.start, found.end),
    );
  }
  return Buffer.concat(parts);
}

function readEntry(bytes) {
  const text = {};
  for (const found of fields(bytes, 0, bytes.length)) {
    text[found.field] = Buffer.from(slice(bytes, found)).toString();
  }
  return [text[entry.key], text[entry.value]];
}

function inlineTensor(bytes, data) {
  const place = {};
  const kept = [];
  for (const found of fields(bytes, 0, bytes.length)) {
    if (found.field === tensor.externalData) {
      const [key, value] = readEntry(slice(bytes, found));
      place[key] = value;
    } else if (found.field !== tensor.dataLocation) {
      kept.push(bytes.subarray(found.start, found.end));
    }
  }
  if (place.location === undefined) return bytes;
  const offset = Number(place.offset ?? 0);
  const end = place.length === undefined ? data.length : offset + Number(place.length);
  const raw = [writeVarint(tensor.rawData * 8 + 2), writeVarint(end - offset)];
  return Buffer.concat([...kept, ...raw, data.subarray(offset, end)]);
}

/** @param {Buffer} model @param {Buffer} data what its tensors' `external_data` points into */
export function inlineExternalData(model, data) {
  return mapFields(model, graphOf.model, (graph) =>
    mapFields(graph, initializer, (bytes) => inlineTensor(bytes, data)),
  );
}
