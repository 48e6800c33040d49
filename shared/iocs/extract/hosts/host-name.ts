import { recogniseDomain } from '../../parsing/domain.ts';
import { isGateway } from '../gateways/unwrap-link.ts';
import { rememberAnswers } from '../remember-answers.ts';
import { withPlainDots } from '../surroundings.ts';
import { publicSuffixOf } from './public-suffix.ts';
import { isSoftwareName, isSpeltLikeProgramText } from './software-names.ts';

/** A name that a registry gives out, in canonical spelling. */
export interface HostName {
  readonly name: string;
  readonly publicSuffix: string;
  /** Whether it is spelt like a product, a package, a constant, or two sentences without a space between them. */
  readonly isSpeltLikeText: boolean;
  /** Whether it is a mail gateway's, which is never an indicator. */
  readonly isGateway: boolean;
}

/** The host name that a text is, disarmed dots or not; `undefined` when nobody can hold such a name. */
export const hostNameOf: (written: string) => HostName | undefined = rememberAnswers((written) => {
  const name = recogniseDomain(withPlainDots(written));
  if (name === undefined || !name.includes('.')) return undefined;
  const publicSuffix = publicSuffixOf(name);
  if (publicSuffix === undefined) return undefined;
  const isSpeltLikeText = isSoftwareName(name) || isSpeltLikeProgramText(written, publicSuffix);
  return { name, publicSuffix, isSpeltLikeText, isGateway: isGateway(name) };
});
