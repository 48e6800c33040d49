import type { EmailTemplatePart } from '../../config/email-template.ts';
import { type EmailAddress, parseEmailAddress } from '../email-address.ts';

/** Letters of Latin scripts that do not come apart into a letter and a mark. */
const otherLetters = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }),
);

const twoLetters = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
]);

/** What is told of somebody whose address is to be made. */
export interface AddressParts {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly employeeId?: string | undefined;
}

/**
 * Makes an address from a name as the company does: `{firstName}.{lastName}@corp.example` gives
 * `ana.delacruz@corp.example`. Accents go, hyphens stay, blanks and apostrophes go.
 *
 * @returns `undefined` when a part is not told, or is written in letters for which there is no rule.
 */
export function deriveEmail(
  template: string,
  parts: AddressParts,
  umlauts: 'one-letter' | 'two-letters',
): EmailAddress | undefined {
  const plain = (text: string | undefined) => plainPart(text ?? '', umlauts);
  const [firstName, lastName, employeeId] = [parts.firstName, parts.lastName, parts.employeeId].map(plain);
  const values: Record<EmailTemplatePart, string | undefined> = {
    firstName,
    lastName,
    firstInitial: firstName?.slice(0, 1),
    lastInitial: lastName?.slice(0, 1),
    employeeId,
  };
  let isComplete = true;
  const filled = template.replace(/\{(\w+)\}/g, (_, part: string) => {
    const value = isTemplatePart(part, values) ? values[part] : undefined;
    if (!value) isComplete = false;
    return value ?? '';
  });
  return isComplete ? parseEmailAddress(filled) : undefined;
}

function isTemplatePart(part: string, values: Record<EmailTemplatePart, unknown>): part is EmailTemplatePart {
  return Object.hasOwn(values, part);
}

/** A part of a name in letters that addresses have; `undefined` when some letter has no rule. */
function plainPart(text: string, umlauts: 'one-letter' | 'two-letters'): string | undefined {
  const letters = [...text.normalize('NFC').toLowerCase()].map(
    (letter) =>
      (umlauts === 'two-letters' ? twoLetters.get(letter) : undefined) ?? otherLetters.get(letter) ?? letter,
  );
  const plain = letters
    .join('')
    .normalize('NFD')
    .replace(/[\p{M}\s.'’‘`´]+/gu, '');
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(plain) ? plain : undefined;
}
