import type { NamesByOwner } from './names-by-owner.ts';

/** Suffixes under which Google has its search, each as `google.<suffix>`. */
const suffixes = `ad ae al am as at az ba be bf bg bi bj bs bt by ca cat cc cd cf cg ch ci cl cm cn co.ao co.bw co.ck co.cr co.id
  co.il co.in co.jp co.ke co.kr co.ls co.ma co.mz co.nz co.th co.tz co.ug co.uk co.uz co.ve co.vi co.za co.zm co.zw com
  com.af com.ag com.ai com.ar com.au com.bd com.bh com.bn com.bo com.br com.by com.bz com.co com.cu com.cy com.do com.ec
  com.eg com.et com.fj com.gh com.gi com.gt com.hk com.jm com.kh com.kw com.lb com.ly com.mm com.mt com.mx com.my com.na
  com.nf com.ng com.ni com.np com.om com.pa com.pe com.pg com.ph com.pk com.pr com.py com.qa com.sa com.sb com.sg com.sl
  com.sv com.tj com.tr com.tw com.ua com.uy com.vc com.vn cv cz de dj dk dm dz ee es fi fm fr ga ge gf gg gl gm gp gr gy hn
  hr ht hu ie im iq is it it.ao je jo kg ki kz la li lk lt lu lv md me mg mk ml mn ms mu mv mw ne ne.jp net nl no nr nu org pl
  pn ps pt ro rs ru rw sc se sh si sk sm sn so sr st td tg tk tl tm tn to tt ua us vg vn vu ws
  ac af ag ai ao ar au bd bh bn bo br bw bz co cr cu cx cy do ec eg et eu fj gh gi gt hk id il in io jp ke kh kr kw lb lc ls
  ly ma mt mx my mz na nf ng ni nz om pa pe ph pk pr py qa sa sb sg sl sv th tj tr tw tz ug uk uy uz vc ve vi za zm zw`;

/** Google's search in every country. */
export const googleSearch: NamesByOwner = {
  Google: suffixes
    .split(/\s+/)
    .map((suffix) => `google.${suffix}`)
    .join(' '),
};
