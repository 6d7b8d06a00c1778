/** Reads protobuf wire format in place: enough to find byte ranges inside an ONNX file without rewriting it. */

/** Base-128 number at `offset`. @returns {{ value: number, next: number }} */
export function readVarint(bytes, offset) {
  let value = 0;
  let factor = 1;
  let next = offset;
  for (;;) {
    const byte = bytes[next++];
    value += (byte & 127) * factor;
    if (byte < 128) return { value, next };
    factor *= 128;
  }
}

export function writeVarint(value) {
  const bytes = [];
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
  return Buffer.from(bytes);
}

/** Field with a length: strings, bytes and messages. */
export function lengthDelimited(field, payload) {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  return Buffer.concat([writeVarint(field * 8 + 2), writeVarint(bytes.length), bytes]);
}

/**
 * The fields of the message in `bytes[start, end)`: `start` is the tag's offset, `payload` the value's.
 * @yields {{ field: number, wire: number, start: number, lengthAt: number, payload: number, end: number }}
 */
export function* fields(bytes, start, end) {
  let offset = start;
  while (offset < end) {
    const tag = readVarint(bytes, offset);
    const wire = tag.value % 8;
    const lengthAt = tag.next;
    let payload = lengthAt;
    let stop;
    if (wire === 0) stop = readVarint(bytes, lengthAt).next;
    else if (wire === 1) stop = lengthAt + 8;
    else if (wire === 5) stop = lengthAt + 4;
    else if (wire === 2) {
      const length = readVarint(bytes, lengthAt);
      payload = length.next;
      stop = payload + length.value;
    } else throw new Error(`wire type ${wire} at ${offset}`);
    yield { field: Math.floor(tag.value / 8), wire, start: offset, lengthAt, payload, end: stop };
    offset = stop;
  }
}
