import type { NamesByOwner } from './names-by-owner.ts';

/** One host before a million destinations: a short link may be blocked, its host may not. */
export const urlShorteners: NamesByOwner = {
  Shorteners: `bit.ly bitly.com j.mp bit.do tinyurl.com tiny.cc tiny.one tiny.pl t.co goo.gl g.co youtu.be amzn.to
    amzn.eu a.co aka.ms 1drv.ms lnkd.in fb.me wa.me t.me redd.it ow.ly owl.li hootsuite.com buff.ly dlvr.it
    ift.tt trib.al is.gd v.gd rebrand.ly rb.gy cutt.ly shorturl.at shorturl.gg short.io short.gy short.cm s.id
    t.ly l.ead.me u.to clck.ru vk.cc goo.su t2m.io bl.ink lnk.to linktr.ee lnk.bio tr.im ur1.ca x.co urlz.fr
    tny.im cli.gs snip.ly soo.gd po.st adf.ly ouo.io ouo.press shorte.st sh.st bc.vc linkvertise.com exe.io
    za.gl shrinkme.io fc.lc cuty.io gplinks.in qr.ae qrco.de qr.io me-qr.com scnv.io flow.page onelink.to
    page.link app.link smarturl.it geni.us mcaf.ee spr.ly hubs.ly hubs.la hubs.li ebx.sh hyperurl.co kutt.it
    yourls.org dub.sh dub.co chilp.it clicky.me zpr.io n9.cl kurzelinks.de shorturl.com shorter.me
    urlshorteners.com 0rz.tw 1url.com 2h.ae 2ly.link 3.ly 4.ly 9nl.com abit.ly adfoc.us b23.ru b54.in
    budurl.com cektkp.com cur.lv cutt.us db.tt deck.ly dft.ba doiop.com fur.ly fwd4.me gg.gg git.io gl.am
    go2l.ink href.li hsblinks.com ity.im lc.chat link.tl linkd.in lnk.co lru.jp lurl.no merky.de migre.me
    moourl.com murl.me nyti.ms on.fb.me onforb.es pic.gd ping.fm plu.sh prettylinkpro.com q.gs qlnk.net rdo.to
    rlu.ru rotf.lol s2r.co scrnch.me short.ie shorl.com shrinkee.com shrtco.de simurl.com smallurl.co su.pr
    surl.li surl.me t1p.de tcrn.ch tgr.ph tiny.ie tl.gd tny.com to.ly togoto.us turl.ca twit.ac u.bb ul.to
    url.ie urlcut.com vur.me vzturl.com wp.me xurl.es y2u.be yep.it zi.ma zip.net zurl.ws zws.im zzb.bz
    urlr.me s.coop flip.it db.am bddy.me ht.ly cort.as wu.cm dlsh.it shor.tf tinylink.in tinylink.net b.link
    lin.ee s.free.fr 1link.in linkbun.ch l.instagram.com l.facebook.com out.reddit.com nxy.in oxley.link
    mub.me alturl.com click.ru rebrandly.com kutt.to reurl.cc ppt.cc han.gl v.ht x.gd xy2.eu tr.ee spoo.me
    sn.rs git.new encurtador.com.br encurtador.dev goo.by go.ly lc.cx shorturl.asia shorturl.ae tinyurl.mobi
    lnk.ink inlnk.co me2.do url.sg yu2.it clik.now da.gd bitly.ws bitly.lc bitly.com.vn qr.net s.ee 7x.qa e.vg
    tt.vg cal.link go.gov.sg golinks.co`,
  'Pages of links': `alllink.io artist.link beacons.ai bio.fm bio.link biolinky.co bio.site campsite.bio carrd.co
    contactinbio.com direct.me feedlink.io flow.page hoo.be instabio.cc koji.to komi.io later.com linkin.bio
    linkbio.co linkfire.com linkfly.to linkpop.com linkr.bio linktree.com lit.link lnk.bio many.link
    milkshake.app msha.ke pico.link solo.to shor.by shorby.com sociatap.com stan.store start.page tap.bio
    taplink.at taplink.cc unfold.bio withkoji.com song.link odesli.co lnkfi.re heylink.me magic.ly link.me
    feed.link snipfeed.co superprofile.bio liinks.co linkr.com hopp.co uniqode.com ohmy.bio keepo.io mez.ink
    hyperfollow.com`,
};
