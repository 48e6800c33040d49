import { plainWord } from '../../people/lifecycle/plain-word.ts';

/** What a line of a ticket can begin with, and what it says. */
const labels: ReadonlyMap<string, keyof DescribedOrganisation> = new Map([
  ['organisation', 'name'],
  ['organization', 'name'],
  ['region', 'region'],
  ['claimcode', 'claimCode'],
  ['claimcodesecret', 'claimCode'],
  ['product', 'products'],
  ['entitlement', 'entitlements'],
  ['group', 'groups'],
  ['admingroup', 'groups'],
  ['administrator', 'administrators'],
]);

/** The lines of a ticket by what they say, in their order. */
export interface DescribedOrganisation {
  readonly name: readonly string[];
  readonly region: readonly string[];
  readonly claimCode: readonly string[];
  readonly products: readonly string[];
  readonly entitlements: readonly string[];
  readonly groups: readonly string[];
  readonly administrators: readonly string[];
}

/** `Product: Secure Access in EMEA`, perhaps as the entry of a list, and with the marks of wiki text around the label. */
const labelledLine = /^[\s*_#•-]*([^:\n]{1,60}?)[\s*_]*:[\s*_]*(\S.*)$/;

/** An address that Jira has made a link of: `[ada@corp.example|mailto:ada@corp.example]`. */
const mailLink = /\[([^|\]\s]+)\|mailto:[^\]]*\]/g;

/** Reads the lines whose label is known; all others are for people. */
export function describedOrganisation(text: string): DescribedOrganisation {
  const said: Record<keyof DescribedOrganisation, string[]> = {
    name: [],
    region: [],
    claimCode: [],
    products: [],
    entitlements: [],
    groups: [],
    administrators: [],
  };
  for (const line of text.split(/\r?\n/)) {
    const [, label = '', written = ''] = labelledLine.exec(line) ?? [];
    const what = labels.get(plainWord(label));
    if (what !== undefined) said[what].push(written.replaceAll(mailLink, '$1').trim());
  }
  return said;
}
