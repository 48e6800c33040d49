import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusedInput } from '#shared/errors/refused-input.ts';
import { readOrganisationTicket } from '#shared/organisations/tickets/read-organisation-ticket.ts';
import { deriveRequestId } from '#shared/requests/request-id.ts';

const read = (text: string) => readOrganisationTicket({ source: 'jira', number: 'ONB-7', text });

const whole = `Dear team, please onboard our new subsidiary. Thank you: Kim

Organisation: Northwind
Region: EU
Claim code secret: northwind
* Product: Secure Access in EMEA
* Product: Duo in GLOBAL
*Entitlement*: 50 of XDR-ADV from Sub0001
- Group: SOC analysts = Secure Access / Read-only, Firewall / Auditor
- Group: Guests
Administrator: Ada Byron <ada@northwind.example> in SOC analysts, Guests
Administrator: Bob van der Moss <[bob@northwind.example|mailto:bob@northwind.example]>
`;

describe('a ticket', () => {
  it('orders an organisation by its labelled lines', () => {
    expect(read(whole)).toEqual({
      requestId: deriveRequestId('jira', 'ONB-7'),
      ticket: 'ONB-7',
      requestedBy: undefined,
      request: {
        name: 'Northwind',
        region: 'EU',
        claimCode: 'northwind',
        products: [
          { product: 'Secure Access', region: 'EMEA', wanted: 'activated' },
          { product: 'Duo', region: 'GLOBAL', wanted: 'activated' },
        ],
        sharedEntitlements: [{ subscription: 'Sub0001', entitlement: 'XDR-ADV', quantity: 50 }],
        adminGroups: [
          {
            name: 'SOC analysts',
            roles: [
              { product: 'Secure Access', role: 'Read-only' },
              { product: 'Firewall', role: 'Auditor' },
            ],
          },
          { name: 'Guests', roles: [] },
        ],
        administrators: [
          {
            email: 'ada@northwind.example',
            name: { given: 'Ada', family: 'Byron' },
            adminGroups: ['SOC analysts', 'Guests'],
          },
          {
            email: 'bob@northwind.example',
            name: { given: 'Bob', family: 'van der Moss' },
            adminGroups: [],
          },
        ],
      },
    });
  });

  it('that says the same twice is read, one that contradicts itself is refused', () => {
    expect(read(`${whole}\nRegion: EU`).request.region).toBe('EU');
    expect(() => read(`${whole}\nRegion: US`)).toThrow(
      'The ticket ONB-7 says twice, and not the same, what "Region" is.',
    );
  });

  it.each([
    ['no region', 'Organisation: Northwind', /region: a region of organisations: NAM, US, CA, EU/],
    [
      'a region of products',
      'Organisation: N\nRegion: EMEA',
      /region: a region of organisations: .*products have/,
    ],
    [
      'a product in a region of organisations',
      'Organisation: N\nRegion: EU\nProduct: Duo in EU',
      /products\.0\.region: a region of products: NAM, EMEA/,
    ],
    ['a product nowhere', 'Organisation: N\nRegion: EU\nProduct: Duo', /products\.0\.region: is missing/],
    [
      'a group of an administrator that is not made',
      'Organisation: N\nRegion: EU\nAdministrator: A B <a@b.example> in Nobody',
      /administrators\.0\.adminGroups\.0: is none of the request's adminGroups/,
    ],
    ['a group twice', 'Organisation: N\nRegion: EU\nGroup: G\nGroup: g', /adminGroups\.1: is named twice/],
  ])('with %s is refused with the place and what would be right', (_what, text, says) => {
    expect(() => read(text)).toThrow(says);
  });

  it('with a claim code in clear is refused wherever it stands, and the code is not repeated', () => {
    const code = 'PHJZ-DWMF-ZBYH-FYMB';
    for (const text of [
      `${whole}\nThe code is ${code}.`,
      whole.replace('secret: northwind', `code: ${code}`),
    ]) {
      expect(() => read(text)).toThrow(/looks like a claim code itself, which is a secret/);
      expect(() => read(text)).not.toThrow(new RegExp(code));
    }
  });

  it('of any text is read or refused', () => {
    const line = fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom('Organisation', 'Region', 'Product', 'Group', 'Administrator'), fc.string())
        .map(([label, text]) => `${label}: ${text}`),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        try {
          expect(read(lines.join('\n')).request.name).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedInput);
        }
      }),
    );
  });
});
