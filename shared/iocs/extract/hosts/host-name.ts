import { recogniseDomain } from '../../parsing/domain.ts';
import { isGateway } from '../gateways/unwrap-link.ts';
import { rememberAnswers } from '../remember-answers.ts';
import { withPlainDots } from '../surroundings.ts';
import { publicSuffixOf } from './public-suffix.ts';

/** A name that a registry gives out, in canonical spelling. */
export interface HostName {
  readonly name: string;
  readonly publicSuffix: string;
  /** Whether it is a mail gateway's, which is never an indicator. */
  readonly isGateway: boolean;
}

/** The host name that a text is, disarmed dots or not; `undefined` when nobody can hold such a name. */
export const hostNameOf: (written: string) => HostName | undefined = rememberAnswers((written) => {
  const name = recogniseDomain(withPlainDots(written));
  if (name === undefined || !name.includes('.')) return undefined;
  const publicSuffix = publicSuffixOf(name);
  return publicSuffix === undefined ? undefined : { name, publicSuffix, isGateway: isGateway(name) };
});
