import { RefusedInput } from '../../errors/refused-input.ts';
import { deriveRequestId } from '../../requests/request-id.ts';
import { describeMismatch } from '../../webhooks/parsers/describe-mismatch.ts';
import { claimCodeInClear, holdsClaimCode } from '../claim-code.ts';
import type { OrganisationOrder } from '../organisation-order.ts';
import { organisationRequestSchema } from '../organisation-request.ts';
import { type DescribedOrganisation, describedOrganisation } from './described-organisation.ts';

/** A ticket that has been approved; whoever reads it from a ticket system sees to that. */
export interface ApprovedTicket {
  /** The name of the ticket system's source, so that two systems may use one number. */
  readonly source: string;
  readonly number: string;
  /** Its description as plain text. */
  readonly text: string;
  readonly requestedBy?: string | undefined;
}

/**
 * Reads an order from the labelled lines of a ticket:
 *
 *     Organisation: Northwind
 *     Region: EU
 *     Claim code secret: northwind
 *     Product: Secure Access in EMEA
 *     Entitlement: 50 of XDR-ADV from Sub0001
 *     Group: SOC analysts = Secure Access / Read-only, Firewall / Auditor
 *     Administrator: Ada Byron <ada@northwind.example> in SOC analysts
 *
 * @throws RefusedInput, also for a ticket with a claim code in clear; the message quotes nothing of the ticket
 */
export function readOrganisationTicket(ticket: ApprovedTicket): OrganisationOrder {
  const { source, number, text, requestedBy } = ticket;
  if (holdsClaimCode(text)) throw new RefusedInput(`In the ticket ${number}, ${claimCodeInClear}.`);
  const claimed = claimedRequest(describedOrganisation(text), number);
  const request = organisationRequestSchema.safeParse(claimed);
  if (!request.success) {
    throw new RefusedInput(
      `The ticket ${number} does not describe an organisation: ${describeMismatch(request.error)}. Write one line each, such as "Organisation: Northwind", "Region: EU", "Product: Secure Access in EMEA".`,
    );
  }
  return {
    requestId: deriveRequestId(source, number),
    request: request.data,
    ticket: number,
    requestedBy,
  };
}

/** As it stands there; the schema of requests judges it. */
function claimedRequest(described: DescribedOrganisation, ticket: string): unknown {
  const { products, entitlements, groups, administrators } = described;
  return {
    name: only(described.name, 'Organisation', ticket),
    region: only(described.region, 'Region', ticket),
    claimCode: only(described.claimCode, 'Claim code secret', ticket),
    products: products.map((line) => parts(/^(?<product>.+) in (?<region>\S+)$/i, line) ?? { product: line }),
    sharedEntitlements: entitlements.map((line) => {
      const found = parts(/^(?<quantity>\d+) of (?<entitlement>\S+) from (?<subscription>.+)$/i, line);
      return { ...found, quantity: Number(found?.quantity) };
    }),
    adminGroups: groups.map((line) => {
      const [name = '', roles = ''] = line.split('=', 2);
      return { name: name.trim(), roles: listed(roles).map(roleOf) };
    }),
    administrators: administrators.map(administratorOf),
  };
}

function administratorOf(line: string): unknown {
  const written = /^(?<given>\S+) (?<family>[^<]+?) <(?<email>[^>]+)>(?: in (?<groups>.+))?$/i;
  const { given, family, email, groups = '' } = parts(written, line) ?? {};
  return { name: { given, family }, email, adminGroups: listed(groups) };
}

function roleOf(text: string): unknown {
  return parts(/^(?<product>[^/]+?)\s*\/\s*(?<role>.+)$/, text) ?? { role: text };
}

/** Two lines that say one thing differently would leave it to chance which one counts. */
function only(lines: readonly string[], label: string, ticket: string): string | undefined {
  const [line, another] = new Set(lines);
  if (another === undefined) return line;
  throw new RefusedInput(
    `The ticket ${ticket} says twice, and not the same, what "${label}" is. Correct it.`,
  );
}

function parts(pattern: RegExp, line: string): Readonly<Record<string, string>> | undefined {
  return pattern.exec(line)?.groups;
}

function listed(text: string): string[] {
  return text.split(',').flatMap((entry) => entry.trim() || []);
}
