"""Domains from which people of any company write: no customer's own."""

from __future__ import annotations

_EVERYBODYS = """
    126.com 163.com aim.com aol.com att.net bellsouth.net bigpond.com bluewin.ch bol.com.br btinternet.com charter.net
    comcast.net cox.net earthlink.net email.com fastmail.com fastmail.fm free.fr freenet.de gmail.com gmx.at gmx.ch
    gmx.com gmx.de gmx.net googlemail.com hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it
    hushmail.com icloud.com inbox.com laposte.net libero.it live.co.uk live.com live.de live.fr live.nl mac.com mail.com
    mail.ru me.com msn.com naver.com ntlworld.com o2.pl online.de optonline.net orange.fr outlook.com outlook.de
    outlook.fr pm.me posteo.de proton.me protonmail.ch protonmail.com qq.com rediffmail.com rocketmail.com sbcglobal.net
    seznam.cz sfr.fr shaw.ca sky.com t-online.de talktalk.net terra.com.br tutanota.com uol.com.br verizon.net
    virgilio.it virginmedia.com wanadoo.fr web.de wp.pl yahoo.ca yahoo.co.in yahoo.co.jp yahoo.co.uk yahoo.com
    yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru ymail.com ziggo.nl zoho.com
"""
_ENDINGS = """
    ac.uk co.id co.il co.in co.jp co.ke co.kr co.nz co.th co.uk co.za com.ar com.au com.br com.cn com.co com.eg com.hk
    com.mx com.my com.ng com.ph com.pl com.sa com.sg com.tr com.tw com.ua com.vn gov.uk ne.jp net.au net.br net.nz or.jp
    org.au org.br org.nz org.uk
"""

EVERYBODYS, PUBLIC_ENDINGS = frozenset(_EVERYBODYS.split()), frozenset(_ENDINGS.split())
