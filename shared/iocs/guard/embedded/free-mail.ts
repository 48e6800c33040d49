import type { NamesByOwner } from './names-by-owner.ts';

/** Mail providers for everybody: half the world's honest mail comes from where the phisher's one does. */
export const freeMail: NamesByOwner = {
  World: `gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com ymail.com rocketmail.com
    aol.com icloud.com me.com mac.com proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de
    tuta.com tuta.io fastmail.com fastmail.fm hushmail.com zoho.com zohomail.com mail.com email.com gmx.com
    gmx.net runbox.com mailfence.com mailbox.org posteo.de startmail.com hey.com inbox.com lycos.com duck.com
    simplelogin.com simplelogin.io anonaddy.com addy.io`,
  Europe: `gmx.de gmx.at gmx.ch web.de t-online.de freenet.de arcor.de online.de 1und1.de vodafone.de kabelmail.de
    hotmail.de hotmail.co.uk hotmail.fr hotmail.it hotmail.es outlook.de outlook.fr outlook.es live.de live.fr
    live.co.uk live.nl yahoo.de yahoo.fr yahoo.co.uk yahoo.it yahoo.es btinternet.com sky.com talktalk.net
    virginmedia.com ntlworld.com orange.fr wanadoo.fr laposte.net free.fr sfr.fr bbox.fr libero.it virgilio.it
    tiscali.it alice.it tin.it tim.it telefonica.net terra.es ziggo.nl kpnmail.nl xs4all.nl planet.nl
    telenet.be skynet.be proximus.be bluewin.ch hispeed.ch aon.at chello.at seznam.cz centrum.cz email.cz
    wp.pl o2.pl onet.pl onet.eu interia.pl poczta.fm azet.sk abv.bg mail.bg ukr.net i.ua bigmir.net mail.ru
    inbox.ru list.ru bk.ru internet.ru rambler.ru yandex.ru yandex.com ya.ru sapo.pt citromail.hu freemail.hu
    online.no telia.com spray.se bredband.net`,
  'America, Asia, Pacific': `comcast.net xfinity.com verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net spectrum.net
    earthlink.net juno.com netzero.net optonline.net frontier.com centurylink.net windstream.net rogers.com
    bell.net sympatico.ca shaw.ca telus.net videotron.ca uol.com.br bol.com.br terra.com.br ig.com.br
    globo.com yahoo.com.br hotmail.com.br prodigy.net.mx yahoo.com.mx yahoo.com.ar qq.com foxmail.com 163.com
    126.com yeah.net sina.com sina.cn sohu.com 139.com 189.cn aliyun.com tom.com 21cn.com yahoo.co.jp
    docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp nifty.com ocn.ne.jp so-net.ne.jp biglobe.ne.jp naver.com
    hanmail.net daum.net nate.com kakao.com yahoo.co.in rediffmail.com rediff.com yahoo.com.sg yahoo.com.au
    bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz yahoo.co.id yahoo.com.ph yahoo.com.vn
    yahoo.com.hk yahoo.com.tw hinet.net pchome.com.tw mynet.com walla.co.il walla.com 012.net.il`,
};
