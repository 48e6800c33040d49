import type { NamesByOwner } from './names-by-owner.ts';

/**
 * Names below which strangers have names of their own, as below a public suffix; what the private section of the
 * public suffix list does not have. The suffix itself is not to be blocked; a stranger's name below it may be.
 */
export const tenantSuffixes: NamesByOwner = {
  'Sites and blogs': `weebly.com wordpress.com tumblr.com wixsite.com wix.com squarespace.com jimdofree.com jimdosite.com
    webnode.page webnode.com strikingly.com mystrikingly.com livejournal.com over-blog.com blog.fc2.com
    fc2.com hatenablog.com hatenablog.jp medium.com substack.com ghost.io bravenet.com tripod.com
    angelfire.com geocities.ws narod.ru ucoz.com ucoz.net ucoz.ru at.ua yolasite.com webs.com godaddysites.com
    site123.me simdif.com ueniweb.com carrd.co bio.link about.me neocities.org 000webhostapp.com
    000webhost.com hostingerapp.com hostingersite.com byethost.com rf.gd epizy.com infinityfreeapp.com
    great-site.net freewebhostmost.com altervista.org beget.tech timeweb.ru googlepages.com blogspot.com
    blogspot.co.uk blogspot.de clickfunnels.com unbounce.com unbouncepages.com hubspotpagebuilder.com
    mailchimpsites.com portfoliobox.net myportfolio.com adobeportfolio.com canva.site framer.app
    framer.website framer.ai webflow.io softr.app bubbleapps.io glide.page typedream.app durable.co gitbook.io
    readme.io readthedocs.io notion.site super.site coda.site zohosites.com hpage.com beep.com pagecloud.com
    dropmark.com format.com nimbusweb.me slab.com surveycake.com uplooder.net plesk.page mybluehost.me
    easywp.com cloudwaysapps.com wpengine.com wpenginepowered.com kinsta.cloud kinsta.page wpcomstaging.com
    pressdns.com lovestoblog.com nethouse.ru tilda.ws`,
  'Applications and functions': `glitch.me repl.co replit.app replit.dev herokuapp.com render.com onrender.com fly.dev railway.app
    up.railway.app vercel.app now.sh netlify.app netlify.com pages.dev workers.dev r2.dev trycloudflare.com
    deno.dev surge.sh firebaseapp.com web.app appspot.com run.app cloudfunctions.net azurewebsites.net
    azurestaticapps.net azurecontainer.io azurecontainerapps.io cloudapp.net firebaseio.com
    eastus.cloudapp.azure.com eastus2.cloudapp.azure.com westus.cloudapp.azure.com westus2.cloudapp.azure.com
    westus3.cloudapp.azure.com centralus.cloudapp.azure.com northcentralus.cloudapp.azure.com
    southcentralus.cloudapp.azure.com westcentralus.cloudapp.azure.com canadacentral.cloudapp.azure.com
    canadaeast.cloudapp.azure.com brazilsouth.cloudapp.azure.com northeurope.cloudapp.azure.com
    westeurope.cloudapp.azure.com uksouth.cloudapp.azure.com ukwest.cloudapp.azure.com
    francecentral.cloudapp.azure.com germanywestcentral.cloudapp.azure.com switzerlandnorth.cloudapp.azure.com
    norwayeast.cloudapp.azure.com swedencentral.cloudapp.azure.com polandcentral.cloudapp.azure.com
    italynorth.cloudapp.azure.com spaincentral.cloudapp.azure.com israelcentral.cloudapp.azure.com
    uaenorth.cloudapp.azure.com qatarcentral.cloudapp.azure.com southafricanorth.cloudapp.azure.com
    centralindia.cloudapp.azure.com southindia.cloudapp.azure.com westindia.cloudapp.azure.com
    jioindiawest.cloudapp.azure.com eastasia.cloudapp.azure.com southeastasia.cloudapp.azure.com
    japaneast.cloudapp.azure.com japanwest.cloudapp.azure.com koreacentral.cloudapp.azure.com
    koreasouth.cloudapp.azure.com australiaeast.cloudapp.azure.com australiasoutheast.cloudapp.azure.com
    australiacentral.cloudapp.azure.com newzealandnorth.cloudapp.azure.com web.core.windows.net
    blob.core.windows.net azure-api.net azureedge.net azurefd.net trafficmanager.net on.aws awsapprunner.com
    elasticbeanstalk.com cloudfront.net ondigitalocean.app digitaloceanspaces.com linodeobjects.com
    vultrobjects.com wasabisys.com backblazeb2.com mybluemix.net appdomain.cloud codesandbox.io csb.app
    stackblitz.io webcontainer.io gitpod.io github.dev githubpreview.dev app.github.dev
    observableusercontent.com streamlit.app hf.space gradio.live lovable.app bolt.host v0.app vusercontent.net
    cyclic.app koyeb.app northflank.app zeabur.app edgeone.app myqcloud.com aliyuncs.com b-cdn.net kxcdn.com
    ipfs.dweb.link dweb.link ipfs.io cf-ipfs.com nftstorage.link fleek.co fleek.cool 4everland.app arweave.net
    gateway.pinata.cloud mypinata.cloud translate.goog ngrok.io ngrok.app ngrok.dev ngrok-free.app
    ngrok-free.dev loca.lt localtunnel.me serveo.net localhost.run lhr.life pagekite.me bore.pub devtunnels.ms
    localto.net portmap.io playit.gg pinggy.link pinggy.io requestbin.net pipedream.net webhook.site
    beeceptor.com mockapi.io sslip.io nip.io xip.io akamaized.net ml.azure.com azuremicroservices.io
    compute-1.amazonaws.com`,
  'Names for home connections': `duckdns.org no-ip.org no-ip.com no-ip.biz ddns.net hopto.org zapto.org sytes.net servehttp.com
    serveftp.com myftp.org redirectme.net dyndns.org dyndns.com dynu.net dynu.com freedns.afraid.org mooo.com
    us.to chickenkiller.com ignorelist.com strangled.net changeip.com dns-dynamic.net dynv6.net now-dns.org
    synology.me myqnapcloud.com asuscomm.com tplinkdns.com mynetgear.com fritz.box myfritz.net spdns.de
    selfhost.eu gotdns.ch 3utilities.com bounceme.net gotdns.org kozow.com accesscam.org casacam.net
    freeddns.org theworkpc.com camdvr.org giize.com gleeze.com loseyourip.com mywire.org ooguy.com
    webredirect.org`,
  'Forms, shops and mailings': `myshopify.com bigcartel.com mybigcommerce.com square.site ecwid.com gumroad.com jotform.com formstack.com
    wufoo.com surveysparrow.com page.link app.link onelink.me sng.link sendgrid.net mailchi.mp list-manage.com
    ct.sendgrid.net hsforms.com hs-sites.com hs-sites-eu1.com lpages.co leadpages.net instapage.com systeme.io
    kajabi.com kartra.com clickbank.net translate.goog`,
};

/**
 * Public suffixes of the private section below which their owner has its own services as well, or nobody has an
 * address that people visit: the API hosts of Google and AWS, the inner names of delivery networks.
 */
export const ownedSuffixes: NamesByOwner = {
  Google: 'googleapis.com withgoogle.com withyoutube.com',
  AWS: 'us-east-1.amazonaws.com awsapps.com',
  'Delivery networks': `akadns.net akamai.net akamaiedge.net akamai-staging.net akamaiedge-staging.net akamaihd.net
    akamaihd-staging.net akamaiorigin.net akamaiorigin-staging.net akamaized.net akamaized-staging.net
    edgekey.net edgekey-staging.net edgesuite.net edgesuite-staging.net cdn.cloudflare.net
    cdn.cloudflareanycast.net cdn.cloudflarecn.net cdn.cloudflareglobal.net map.fastly.net prod.fastly.net
    a.prod.fastly.net global.prod.fastly.net ssl.fastly.net a.ssl.fastly.net b.ssl.fastly.net
    global.ssl.fastly.net fastly-edge.com map.fastlylb.net`,
};

/**
 * Hosts on which strangers put files, pastes, forms, code and messages under a path: the host is not to be blocked,
 * such a page may be.
 */
export const contentHosts: NamesByOwner = {
  Files: `drive.google.com docs.google.com sites.google.com storage.googleapis.com firebasestorage.googleapis.com
    script.google.com script.googleusercontent.com colab.research.google.com groups.google.com
    drive.usercontent.google.com lh3.googleusercontent.com forms.gle goo.gl onedrive.live.com 1drv.ms 1drv.com
    attachment.outlook.live.net attachments.office.net forms.office.com forms.microsoft.com sway.office.com
    sway.cloud.microsoft dropbox.com dl.dropboxusercontent.com dl.dropbox.com app.box.com box.com
    mediafire.com download.mediafire.com mega.nz mega.io mega.co.nz wetransfer.com we.tl sendspace.com
    4shared.com 4sync.com zippyshare.com anonfiles.com gofile.io file.io filebin.net filetransfer.io
    transfer.sh transferxl.com send.firefox.com send-anywhere.com sendgb.com fromsmash.com uploadfiles.io
    ufile.io tmpfiles.org temp.sh catbox.moe files.catbox.moe litter.catbox.moe pixeldrain.com krakenfiles.com
    workupload.com swisstransfer.com filemail.com mailbigfile.com dosya.co dropmefiles.com rapidshare.com
    rapidgator.net turbobit.net uploaded.net uptobox.com 1fichier.com yadi.sk disk.yandex.ru disk.yandex.com
    cloud.mail.ru pan.baidu.com icloud.com share.icloud.com pcloud.com my.pcloud.com box.net egnyte.com
    sync.com tresorit.com filecloudonline.com files.fm bayfiles.com share.dmca.gripe archive.org
    web.archive.org archive.ph archive.is archive.today 12ft.io ziddu.com adobe.com express.adobe.com
    acrobat.adobe.com documentcloud.adobe.com indd.adobe.com docsend.com scribd.com slideshare.net issuu.com
    calameo.com s3.amazonaws.com`,
  Code: `github.com gist.github.com raw.github.com raw.githubusercontent.com gist.githubusercontent.com
    objects.githubusercontent.com media.githubusercontent.com user-images.githubusercontent.com
    codeload.github.com release-assets.githubusercontent.com api.github.com gitlab.com bitbucket.org
    bitbucket.io bbuseruploads.s3.amazonaws.com gitee.com codeberg.org sourceforge.net
    downloads.sourceforge.net launchpad.net sr.ht npmjs.com unpkg.com cdn.jsdelivr.net
    pypi.org files.pythonhosted.org hub.docker.com codepen.io jsfiddle.net jsbin.com replit.com huggingface.co
    kaggle.com glitch.com codesandbox.io stackblitz.com marketplace.visualstudio.com chromewebstore.google.com
    chrome.google.com play.google.com apps.apple.com addons.mozilla.org`,
  Pastes: `pastebin.com paste.ee pastebin.pl ghostbin.com ghostbin.co hastebin.com hastebin.skyra.pw dpaste.com
    dpaste.org dpaste.de ix.io sprunge.us termbin.com rentry.co rentry.org controlc.com justpaste.it
    justpaste.me pasteio.com paste.debian.net paste.ubuntu.com pastecode.io paste.rs 0bin.net privatebin.net
    cl1p.net textbin.net clbin.com telegra.ph graph.org write.as notes.io p.ip.fi friendpaste.com paste.gg
    bpa.st 0x0.st`,
  Messages: `cdn.discordapp.com media.discordapp.net discord.com discordapp.com discord.gg t.me telegram.me
    api.telegram.org hooks.slack.com files.slack.com slack-files.com wa.me chat.whatsapp.com facebook.com
    m.facebook.com l.facebook.com fb.com lookaside.fbsbx.com cdn.fbsbx.com instagram.com twitter.com x.com
    linkedin.com pinterest.com reddit.com old.reddit.com youtube.com youtu.be vimeo.com tiktok.com vk.com
    ok.ru steamcommunity.com twitch.tv groups.yahoo.com quora.com medium.com tumblr.com`,
  'Notes and forms': `notion.so evernote.com app.milanote.com trello.com canva.com prezi.com padlet.com miro.com figma.com
    airtable.com doc.clickup.com forms.clickup.com forms.zohopublic.com forms.zoho.com
    workdrive.zohopublic.com zohopublic.com docusign.com docusign.net surveymonkey.com jotform.com
    form.jotform.com typeform.com formpl.us cognitoforms.com eventbrite.com beautiful.ai genial.ly gamma.app
    linktr.ee linkin.bio beacons.ai taplink.cc bio.fm carrd.co about.me feedproxy.google.com
    feeds.feedburner.com webhook.site requestbin.com pipedream.com ipfs.io dweb.link cloudflare-ipfs.com
    gateway.pinata.cloud imgur.com i.imgur.com ibb.co postimg.cc postimages.org imageshack.us photobucket.com
    flickr.com genius.com dogechain.info blockchain.info etherscan.io`,
};
