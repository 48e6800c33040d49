import type { NamesByOwner } from './names-by-owner.ts';

/** Cisco's own hosts: who blocks them cuts off the product that blocks, its console, its clients and its block pages. */
export const ciscoNames: NamesByOwner = {
  Cisco: `cisco.com cisco-apps.com ciscolive.com cisco.io static-cisco.com ciscocloud.com ciscospark.com
    ciscosparkcn.com cisco-spark.com webex.com webex.com.cn wbx2.com webexapis.com webexcontent.com
    webexgov.us webexconnect.io imiconnect.io imimobile.com accompany.com broadcloudpbx.com broadcloudpbx.net
    broadcloud.eu broadsoft.com huron-dev.com voicea.com jabber.com ciscofax.com ciscoccservice.com
    cisco-webex.cn meraki.com meraki.cn meraki.ca meraki.in meraki.net ikarem.io network-auth.com
    appdynamics.com thousandeyes.com splunk.com splunkcloud.com`,
  'Secure Access and Umbrella': `sse.cisco.com umbrella.com umbrellagov.com opendns.com opendns.net openresolver.com dnsomatic.com
    ciscosecureaccess.cn secureaccesschina.cn ciscosecureaccess.com swg-proxy.com sig.umbrella.com
    zpc.sse.cisco.com phishtank.com phishtank.org internetbadguys.opendns.com`,
  'Other security clouds': `amp.cisco.com immunet.com cloudlock.com ironport.com iphmx.com senderbase.org talosintelligence.com
    snort.org clamav.net sourcefire.com threatgrid.com cdo.cisco.com defenseorchestrator.com
    defenseorchestrator.eu securex.us security.cisco.com obsrvbl.com kennasecurity.com duosecurity.com duo.com
    ciscodemo.com valtix.com armorblox.com isovalent.com robustintelligence.com`,
};

/** Addresses of Umbrella's and Secure Access's resolvers, proxies and block pages. @see https://docs.umbrella.com/deployment-umbrella/docs/point-your-dns-to-cisco */
export const ciscoNetworks: readonly string[] = [
  '67.215.64.0/19',
  '146.112.0.0/16',
  '151.186.0.0/16',
  '155.190.0.0/16',
  '185.60.84.0/22',
  '204.194.232.0/21',
  '208.67.216.0/21',
  '208.69.32.0/21',
  '2620:0:ccc::/47',
  '2620:119::/32',
  '2a04:e4c0::/29',
];
