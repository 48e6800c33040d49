import { recogniseDomain } from '../../parsing/domain.ts';
import { rememberAnswers } from '../remember-answers.ts';
import { publicSuffixOf } from './public-suffix.ts';

/** A name that a registry gives out, in canonical spelling. */
export interface HostName {
  readonly name: string;
  readonly publicSuffix: string;
}

/** The host name that a text without disarmed dots is, or `undefined` when nobody can hold such a name. */
export const hostNameOf: (written: string) => HostName | undefined = rememberAnswers((written) => {
  const name = recogniseDomain(written);
  if (name === undefined || !name.includes('.')) return undefined;
  const publicSuffix = publicSuffixOf(name);
  return publicSuffix === undefined ? undefined : { name, publicSuffix };
});
