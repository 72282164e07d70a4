import type { Result } from '../api/types';
import { nodeName, toCell, type Cell } from '../answer/values';

/** RFC 4180; graph values by name, lists and maps as JSON. */
export function toCsv(result: Result): string {
  const lines = [result.columns, ...result.rows.map((row) => row.map(cellText))];
  return lines.map((line) => line.map(field).join(',')).join('\r\n') + '\r\n';
}

export function toJson(result: Result): string {
  const objects = result.rows.map((row) =>
    Object.fromEntries(result.columns.map((column, i) => [column, row[i]])),
  );
  return JSON.stringify(objects, null, 2);
}

function cellText(value: unknown): string {
  const cell: Cell = toCell(value);
  switch (cell.kind) {
    case 'null':
      return '';
    case 'number':
      return String(cell.value);
    case 'text':
      return cell.value;
    case 'node':
      return nodeName(cell.node);
    case 'relationship':
      return cell.relationship.type;
    case 'path':
      return cell.nodes.map(nodeName).join(' > ');
    case 'list':
    case 'map':
      return JSON.stringify(value);
  }
}

/** Quoted also where spaces at the ends matter, as they do in tokens. */
function field(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
