import { redactVendorText } from '../http/redact.ts';
import { lenientText } from './lenient-text.ts';

/** What the answers to all changes have in common for each of their items. */
export const itemFields = { status: lenientText, errorDescription: lenientText };

/** What the platform says about one item of a change. HTTP 200 says nothing of a single one. */
export type ItemResult =
  | { readonly result: 'changed' }
  | { readonly result: 'refused'; readonly reason: string };

/**
 * Reads one item of the answer to a change. Its word for success is the same everywhere, those for failure differ:
 * `error` for users, `failed` for roles, none documented for groups. So anything but success is a failure, and so is an
 * item that the answer leaves out.
 */
export function itemResult(
  item: { readonly status?: string | undefined; readonly errorDescription?: string | undefined } | undefined,
): ItemResult {
  if (!item) return { result: 'refused', reason: 'the answer does not mention it' };
  if (item.status?.toLowerCase() === 'success') return { result: 'changed' };
  const said = item.errorDescription || `status ${item.status || 'missing'}, without a reason`;
  return { result: 'refused', reason: redactVendorText(said) };
}
