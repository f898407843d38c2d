// Reads the part of YAML in which the OpenAPI descriptions here are written: block maps and lists, `[]`, and plain
// or quoted words on one line. Anything else is an error.

type Yaml = string | number | boolean | Yaml[] | { [key: string]: Yaml };

interface Line {
  indent: number;
  text: string;
}

export function parseYaml(source: string): Yaml {
  const lines = source
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Line => ({ indent: line.search(/\S/), text: line.trim() }));
  const value = block(lines, 0);
  if (lines.length > 0) throw new Error(`not of this part of YAML: ${lines[0]?.text}`);
  return value;
}

/** Takes the lines of one map or list, those at least as far in as its first. */
function block(lines: Line[], least: number): Yaml {
  const [first] = lines;
  if (!first || first.indent < least) throw new Error('a value is missing');
  return first.text.startsWith('- ') ? list(lines, first.indent) : map(lines, first.indent);
}

function list(lines: Line[], indent: number): Yaml[] {
  const items: Yaml[] = [];
  for (let [line] = lines; line?.indent === indent && line.text.startsWith('- '); [line] = lines) {
    lines.shift();
    const inner = line.text.slice(2);
    if (keyed(inner)) {
      lines.unshift({ indent: indent + 2, text: inner });
      items.push(map(lines, indent + 2));
    } else {
      items.push(scalar(inner));
    }
  }
  return items;
}

function map(lines: Line[], indent: number): Yaml {
  const entries: [string, Yaml][] = [];
  for (let [line] = lines; line?.indent === indent; [line] = lines) {
    const found = keyed(line.text);
    if (!found) throw new Error(`not of this part of YAML: ${line.text}`);
    lines.shift();
    entries.push([found.key.replace(/^'(.*)'$/, '$1'), found.rest === '' ? child(lines, indent) : scalar(found.rest)]);
  }
  return Object.fromEntries(entries);
}

/** A list may stand as far left as the key that it belongs to. */
const child = (lines: Line[], indent: number): Yaml =>
  block(lines, lines[0]?.text.startsWith('- ') === true ? indent : indent + 1);

function keyed(text: string): { key: string; rest: string } | null {
  const [, key, rest = ''] = /^('(?:[^']|'')*'|[^'"\s][^:]*):(?:\s+(.*))?$/.exec(text) ?? [];
  return key === undefined ? null : { key, rest };
}

function scalar(text: string): string | number | boolean | never[] {
  if (text === '[]') return [];
  if (/^"(?:[^"\\]|\\.)*"$/.test(text)) return String(JSON.parse(text));
  const [, quoted] = /^'((?:[^']|'')*)'$/.exec(text) ?? [];
  if (quoted !== undefined) return quoted.replaceAll("''", "'");
  if (/^["'&*!|>{[%@`]|: |\s#/.test(text)) throw new Error(`not of this part of YAML: ${text}`);
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
}
