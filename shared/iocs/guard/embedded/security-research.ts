import type { NamesByOwner } from './names-by-owner.ts';

/** Where threats are described and looked up. Reports link to them, and are never about them. */
export const securityResearch: NamesByOwner = {
  'Look-ups and sandboxes': `virustotal.com any.run hybrid-analysis.com joesandbox.com joesecurity.org tria.ge intezer.com reverse.it
    malwr.com capesandbox.com cuckoosandbox.org vmray.com threatexpert.com totalhash.com urlscan.io
    urlquery.net urlvoid.com robtex.com domaintools.com whoisology.com whois.com securitytrails.com
    passivetotal.org riskiq.com riskiq.net threatminer.org threatcrowd.org threatbook.cn threatbook.io
    threatfox.abuse.ch bazaar.abuse.ch urlhaus.abuse.ch feodotracker.abuse.ch sslbl.abuse.ch yaraify.abuse.ch
    vx-underground.org malshare.com virusshare.com koodous.com unpac.me polyswarm.network filescan.io
    metadefender.com opswat.com shodan.io shodanhq.com censys.io greynoise.io binaryedge.io zoomeye.org
    fofa.info onyphe.io crt.sh abuseipdb.com otx.alienvault.com exchange.xforce.ibmcloud.com cymon.io
    spyse.com netcraft.com dshield.org haveibeenpwned.com phishtank.com openphish.com emergingthreats.net
    ssllabs.com mxtoolbox.com virscan.org jotti.org malwareconfig.com cryptam.com yararules.com`,
  'Research of vendors': `securelist.com securelist.ru welivesecurity.com virusradar.com eset.ie unit42.paloaltonetworks.com
    researchcenter.paloaltonetworks.com research.checkpoint.com blog.talosintelligence.com talosintel.com
    securityintelligence.com symantec-enterprise-blogs.security.com blog.malwarebytes.com cybereason.com
    fox-it.com nccgroup.com volexity.com dragos.com clearskysec.com group-ib.com reversinglabs.com sekoia.io
    sekoia.fr eclecticiq.com intrinsec.com morphisec.com lookout.com zimperium.com wordfence.com sucuri.net
    netresec.com bluecoat.com threatstop.com threatstream.com threatpost.com drweb.com drweb.ru gdata.de
    gdatasoftware.com gdata.fr emsisoft.com quickheal.com norman.com ahnlab.com antiy.net antiy.cn qianxin.com
    nsfocus.com knownsec.com seebug.org netlab.360.com hauri.co.kr lac.co.jp jpcert.or.jp nttsecurity.com
    secureworks.com arbornetworks.com netscout.com f5.com sonicwall.com mysonicwall.com forcepoint.com
    websense.com fidelissecurity.com flashpoint.io flashpoint-intel.com digitalshadows.com blueliv.com
    heimdalsecurity.com intego.com securemac.com objective-see.com objective-see.org jamf.com guardicore.com
    cloudsek.com coresecurity.com cobaltstrike.com ioactive.com kudelskisecurity.com compass-security.com
    s21sec.com certego.net reaqta.com bromium.com bitninja.io endgame.com isightpartners.com invincea.com
    damballa.com cyphort.com lastline.com phishlabs.com agari.com proofpoint.com inquest.net
    nextron-systems.com bsk-consulting.de team-cymru.org team-cymru.com spamhaus.org spamhaus.com trellix.com
    mcafee.com group-ib.ru sygnia.co prodaft.com zscaler.com netskope.com redcanary.com thedfirreport.com
    deepinstinct.com aquasec.com sysdig.com baesystems.com pwc.co.uk pwc.com novetta.com
    kasperskycontenthub.com telussecuritylabs.com infosecinstitute.com esentire.com huntress.com trustwave.com`,
  'Researchers and press': `malware-traffic-analysis.net bleepingcomputer.com krebsonsecurity.com thehackernews.com theregister.com
    theregister.co.uk darkreading.com securityweek.com securityaffairs.com securityaffairs.co cyberscoop.com
    helpnetsecurity.com scmagazine.com scworld.com infosecurity-magazine.com csoonline.com therecord.media
    schneier.com virusbulletin.com virusbtn.com blackhat.com defcon.org rsaconference.com hack.lu ccc.de
    seclists.org marc.info packetstormsecurity.com exploit-db.com kernelmode.info malwaretech.com
    malwaremustdie.org didierstevens.com hexacorn.com xylibox.com kahusecurity.com vkremez.com
    dontneedcoffee.com dynamoo.com bartblaze.blogspot.com contagiodump.blogspot.com ddanchev.blogspot.com
    book.hacktricks.xyz bellingcat.com citizenlab.ca citizenlab.org eff.org niebezpiecznik.pl
    zaufanatrzeciastrona.pl badcyber.com enigma0x3.net posts.specterops.io specterops.io arstechnica.com
    netzpolitik.org theintercept.com publicintelligence.net cryptome.org vxsecurity.sg`,
  'CERTs and frameworks': `cisa.gov us-cert.gov cert.org kb.cert.org cert.pl cert.gov.ua cert.europa.eu cert.at cert.ssi.gouv.fr
    ssi.gouv.fr bsi.bund.de ncsc.gov.uk ncsc.nl cyber.gc.ca cyber.gov.au krcert.or.kr dfn-cert.de csirt.cz
    isc.sans.edu sans.edu attack.mitre.org nvd.nist.gov cve.org first.org misp-project.org circl.lu
    shadowserver.org`,
};
