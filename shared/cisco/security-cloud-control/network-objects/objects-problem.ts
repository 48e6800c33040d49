import { ConfigurationProblem } from '../../../errors/configuration-problem.ts';
import { GiveUp } from '../../../errors/give-up.ts';
import { describeCall } from '../../http/redact.ts';
import { objectsRegions } from './objects-url.ts';

/**
 * What a person has to do about a call that the objects API refused whatever it was about.
 * @param text the API's words, fit to be shown
 */
export function objectsProblem(
  refused: {
    readonly call: { readonly method: string; readonly url: URL };
    /** Our name of the organisation. */
    readonly organisation: string;
    readonly organizationId: string;
  },
  status: number,
  text: string,
): ConfigurationProblem | GiveUp {
  const { call, organisation, organizationId } = refused;
  const answered = `${describeCall(call)} answered ${status}: ${text}.`;
  const keys = 'in the console, under Platform Management > API Keys';
  const storeAgain = `store the key with: npm run cli -- credentials set ${organisation}/scc-api-key`;
  switch (status) {
    case 401:
      return new ConfigurationProblem(
        `${answered} The credential was refused although it was issued just now. Look ${keys}, whether the key is enabled; else generate a new one and ${storeAgain}`,
      );
    case 403:
      return new ConfigurationProblem(
        `${answered} Network objects ask for rights of their own: a key that may read and change users may still have none to objects. Generate a key ${keys}, whose role includes the common objects (read and write), and ${storeAgain}. Check too that ${organizationId} is the organisation of this key.`,
      );
    case 421:
      return new ConfigurationProblem(
        `${answered} ${call.url.host} is not the region of this organisation. Set the region of the network group of ${organisation} to where the organisation is, one of ${objectsRegions.join(', ')}.`,
      );
    default:
      return new GiveUp(
        `${answered} That is no documented answer. Check that ${call.url.host} is a host of the common objects (https://api.security.cisco.com or that of a region).`,
      );
  }
}
