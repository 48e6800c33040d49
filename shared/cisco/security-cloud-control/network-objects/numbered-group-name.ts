import { longestObjectName } from './object-limits.ts';

const digits = 2;
const mostOfName = longestObjectName - '-'.length - digits;

/** Numbers that a name has room for; 99 groups hold more than an organisation may. */
export const highestGroupNumber = 10 ** digits - 1;

/** What the names of a group and of its numbered groups begin with: to search for all of them at once. */
export function commonNameStart(name: string): string {
  return name.slice(0, mostOfName).trimEnd();
}

/** `blocked-01`: a numbered group of `blocked`. A long name is cut, so that the number fits in. */
export function numberedGroupName(name: string, number: number): string {
  return `${commonNameStart(name)}-${String(number).padStart(digits, '0')}`;
}

/** The number in the name of a numbered group of `name`; nothing for any other name. Case does not matter. */
export function numberInGroupName(name: string, candidate: string): number | undefined {
  const start = `${commonNameStart(name)}-`;
  if (candidate.slice(0, start.length).toLowerCase() !== start.toLowerCase()) return undefined;
  const number = candidate.slice(start.length);
  return /^\d{2}$/.test(number) && number !== '00' ? Number(number) : undefined;
}
