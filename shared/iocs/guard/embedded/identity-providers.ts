import type { NamesByOwner } from './names-by-owner.ts';

/** Where people and machines sign in. Without these nobody works, and nobody gets in to undo it. */
export const identityProviders: NamesByOwner = {
  Microsoft: `login.microsoftonline.com microsoftonline.com microsoftonline-p.com msauth.net msftauth.net
    msauthimages.net msftauthimages.net login.microsoft.com login.windows.net login.live.com account.live.com
    account.microsoft.com aadcdn.msftauth.net aadrm.com activedirectory.windowsazure.com
    accesscontrol.windows.net windowsazure.com b2clogin.com ciamlogin.com microsoftazuread-sso.com
    msidentity.com entra.microsoft.com passport.net onmicrosoft.com partner.microsoftonline.cn
    microsoftonline.us microsoftonline.de msappproxy.net`,
  Google: 'accounts.google.com accounts.youtube.com oauth2.googleapis.com securetoken.googleapis.com',
  Okta: 'okta.com oktacdn.com okta-emea.com oktapreview.com okta-gov.com okta.mil auth0.com auth0app.com',
  Cisco: 'duo.com duosecurity.com duofederal.com',
  Apple: 'appleid.apple.com idmsa.apple.com gsa.apple.com account.apple.com',
  Ping: 'pingidentity.com pingone.com pingone.eu pingone.ca pingone.asia pingone.com.au forgerock.io forgerock.com',
  OneLogin: 'onelogin.com',
  JumpCloud: 'jumpcloud.com',
  CyberArk: 'cyberark.com cyberark.cloud idaptive.app idaptive.com centrify.com privilegecloud.com',
  RSA: 'rsa.com securid.com',
  Thales: 'safenetid.com safenet-inc.com thalescloud.io',
  Yubico: 'yubico.com yubi.co',
  SailPoint: 'sailpoint.com identitynow.com',
  'Sign-in of states': 'login.gov id.me fedramp.gov max.gov',
  'Password managers': `1password.com 1password.eu 1password.ca agilebits.com bitwarden.com bitwarden.eu lastpass.com lastpass.eu
    keepersecurity.com keepersecurity.eu dashlane.com hashicorp.com`,
  'Bot and fraud checks of sign-in pages':
    'hcaptcha.com recaptcha.net challenges.cloudflare.com arkoselabs.com funcaptcha.com',
};
