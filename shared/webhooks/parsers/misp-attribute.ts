import { z } from 'zod';
import { softField } from './fields/soft-field.ts';
import { textOf } from './fields/texts-of.ts';
import type { ClaimedIndicator } from './webhook-parser.ts';

/** MISP writes flags as booleans, numbers or digits. */
const flag = softField((field) => field === true || textOf(field) === '1');

/** One attribute. */
export const mispAttributeSchema = z.object({
  type: z.string(),
  value: z.string(),
  to_ids: flag,
  deleted: flag,
  event_id: softField(textOf),
});

export type MispAttribute = z.infer<typeof mispAttributeSchema>;

/** Types that never name anything to block, whatever `to_ids` says: pages about it, the victims, remarks. */
const typesForReaders: ReadonlySet<string> = new Set([
  'link',
  'comment',
  'text',
  'email-dst',
  'target-email',
]);

/** What a part of a composite type (`domain|ip`, `filename|sha256`, `ip-dst|port`) is, where it is no indicator. */
const partsBesideIndicators: ReadonlySet<string> = new Set(['filename', 'port']);

/**
 * The indicators in an attribute: none unless it is meant for detection, two in `domain|ip`.
 * An address with a port is that address, since no list can block a port alone.
 *
 * @see https://www.misp-project.org/datamodels/#types
 */
export function claimsOfAttribute({ type, value, to_ids, deleted }: MispAttribute): ClaimedIndicator[] {
  if (!to_ids || deleted || typesForReaders.has(type)) return [];
  const types = type === 'malware-sample' ? ['filename', 'md5'] : type.split('|');
  const values = value.split('|');
  if (types.length === 1 || types.length !== values.length) return [{ value, typeHint: types[0] }];
  return types.flatMap((part, index) =>
    partsBesideIndicators.has(part) ? [] : [{ value: values[index] ?? '', typeHint: part }],
  );
}
