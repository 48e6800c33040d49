import type { ClaimedIndicator } from '../webhook-parser.ts';
import type { Comparison, Expression } from './pattern.ts';

/** What a path compares, in the words of `parseIndicator`; `network-traffic` may end in a name or an address. */
const typeHints: Readonly<Record<string, string | undefined>> = {
  'domain-name:value': 'domain',
  'url:value': 'url',
  'ipv4-addr:value': 'ipv4-addr',
  'ipv6-addr:value': 'ipv6-addr',
  'email-addr:value': 'email',
  'email-message:from_ref.value': 'email',
  'email-message:sender_ref.value': 'email',
  'network-traffic:dst_ref.value': 'host',
  'network-traffic:src_ref.value': 'host',
};

const hashPath = /^(?:file|artifact):(?:.+\.)?hashes\.(?:MD5|SHA-?1|SHA-?256|SHA-?512)$/i;

/** Operators that name the very value. A network that something is a subset of is that network. */
const exactOperators: ReadonlySet<string> = new Set(['=', '==', 'IN']);

/**
 * The indicators that each by itself fulfil a pattern. `undefined` when there are none such: where two things must
 * be seen together, or one several times, blocking one of them would hit more than the pattern means.
 * Only hashes stand alone also beside other conditions, since they name one file whatever else is said of it.
 */
export function indicatorsInPattern(expression: Expression): ClaimedIndicator[] | undefined {
  switch (expression.kind) {
    case 'comparison':
      return indicatorsInComparison(expression);
    case 'OR': {
      const parts = expression.parts.map(indicatorsInPattern);
      const indicators = parts.flatMap((part) => part ?? []);
      return parts.includes(undefined) ? undefined : indicators;
    }
    case 'AND': {
      const hashes = expression.parts.flatMap((part) => indicatorsInPattern(part) ?? []).filter(isHash);
      return hashes.length > 0 ? hashes : undefined;
    }
    default:
      return undefined;
  }
}

function indicatorsInComparison(comparison: Comparison): ClaimedIndicator[] | undefined {
  const { objectType, path, operator, isNegated, values } = comparison;
  const name = `${objectType}:${path.join('.')}`;
  const typeHint = hashPath.test(name)
    ? 'hash'
    : Object.hasOwn(typeHints, name)
      ? typeHints[name]
      : undefined;
  const isExact =
    exactOperators.has(operator) || (operator === 'ISSUBSET' && /^ipv[46]-addr$/.test(objectType));
  if (typeHint === undefined || !isExact || isNegated || values.length === 0) return undefined;
  return values.map((value) => ({ value, typeHint }));
}

function isHash({ typeHint }: ClaimedIndicator): boolean {
  return typeHint === 'hash';
}
