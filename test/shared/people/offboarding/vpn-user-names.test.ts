import { expect, it } from 'vitest';
import { vpnUserNameSchema } from '#shared/config/vpn-user-name.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import { vpnUserNamesOf } from '#shared/people/offboarding/vpn-user-names.ts';

const names = (email: string, ...templates: string[]) =>
  vpnUserNamesOf(
    emailAddressSchema.parse(email),
    templates.map((template) => vpnUserNameSchema.parse(template)),
  );

it.each([
  ['{email}', ['ada.byron@corp.example']],
  ['{mailbox}', ['ada.byron']],
  ['CORP\\{mailbox}', ['CORP\\ada.byron']],
  ['{mailbox}@vpn.corp.example', ['ada.byron@vpn.corp.example']],
])('%s is how a person is called', (template, expected) => {
  expect(names('ada.byron@corp.example', template)).toEqual(expected);
});

it('an address with a dollar sign stands there as it is', () => {
  expect(names("a$&b$'c@corp.example", '{mailbox}', '{email}')).toEqual(["a$&b$'c", "a$&b$'c@corp.example"]);
});

it('the same name is looked for once', () => {
  expect(names('ada@corp.example', '{email}', '{mailbox}@corp.example')).toHaveLength(1);
});
