"""Everyday words that are also names of companies ("Target", "First"): only capitals and context make them a name."""

from __future__ import annotations

from bot.understanding.patterns import word_set

COMMON_WORDS = word_set("""
    ability able about above accept access account act action active add address advance advantage affirm after
    again agenda agent agree aim air alarm alert align alike all allied ally aloha alpha also alto always amber
    amount analog anchor and angel angle answer anthem any apex apple apply april arc arch arena ark arm array arrow
    art aspen aspire asset assist atlas atom august aura aurora auto avenue aware away axis axle back badge balance
    ball banana band bank banner bar barn base basic basis bath bay beacon bean bear beat beauty beaver bed bee bell
    best beta better beyond big bill bio bird bit black blank blaze blend block bloom blue board boat body bold bolt
    bond bonus book boom boost boot border boss bottle bounce box brand brave bread break breeze brick bridge brief
    bright bring broad bronze brook brother brown brush bubble buddy build builder bull burn bus business butter
    button buy buzz cable cake call calm camp campus can canal candle candy cannon canopy canvas cap cape capital
    car carbon card care cargo carrier cart case cash cast castle cat catch cause cave cedar cell center central
    century certain chain chair challenge champion chance change channel chapter charge charm chart charter chase
    check cheer cherry chess chief child choice cipher circle circuit citizen city civil clarity class classic clean
    clear clever click climb clip clock close cloud clover club coach coal coast coat code coffee coin cold
    collective color column comet comfort common compass complete concept concord condor connect consumer contact
    content context control cool copper copy coral core corner cosmos cost cotton count country course court cover
    craft crane cream create creative credit crest crew cricket cross crown cruise crystal cube culture cup current
    curve custom cut cycle daily dance dark dart data date dawn day deal dear decision deep deer delight deliver
    delivery delta dental depot design desk detail diamond digital direct discover discovery display dive divide
    doctor dog dollar dolphin domain domino done door dot double dove dragon draw dream dress drift drill drink
    drive drop drum dune dust dynamic each eagle early earn earth ease east easy echo eclipse edge editor effect ego
    eight element elevate elite ember emerald empire empower enable encore end energy engage engine enjoy ensemble
    enterprise envision envoy epic equal equity era escape essence essential estate eternal ever every evolve exact
    example excel exchange exit expand expert explore express extra eye fabric face fact factor fair faith falcon
    fall family fan far farm fashion fast favor feather federal feed feel fellow fence ferry fiber field fifth fig
    figure file fill film final find fine finger fire first fish fit five fix flag flame flare flash fleet flex
    flight flint float floor flow flower fluid fly focus fold food foot force forest forge fork form format fortress
    fortune forum forward foundation foundry fountain four fox frame free freedom fresh friend front frontier frost
    fruit fuel full fun function fund fusion future gain gallery game gap garden gas gate gateway gather gear gem
    general genesis gentle giant gift give glacier glass global globe glow goal gold golden good grace grain grand
    granite graph grass gravity gray great green grid ground group grove grow growth guard guardian guide guild gulf
    guru habit hair half hall halo hammer hand handle happy harbor hard harmony harvest hat haven hawk head health
    heart hearth heat heaven height help heritage hero high highland hill hive hold holiday hollow home honest honey
    hood hook hope horizon horn horse host hotel hour house hub human humble hunt hunter hybrid ice icon idea ideal
    image imagine impact impulse in inch independence index indigo infinite infinity influence inform ink inn
    insight inspire instant instinct integral integrity intelligent intent inter intuitive invest iron island ivory
    ivy jack jade jar jasper jet jewel job join journey joy juice jump junction june jungle junior just keen keep
    key keystone kid kind kindred king kingdom kit kitchen kite knife knight knot know lab label ladder lake lamp
    land landmark lane language lantern large laser last launch laurel lava law lead leader leaf league lean leap
    learn leather ledger legacy legend lemon lens level lever liberty library life lift light lighthouse like lily
    lime limit line link lion liquid list little live local lock lodge loft logic long loop lotus loud love loyal
    luck lucky luna lunar luxury machine magic magnet main major make manor map maple marble march margin marine
    mark market mars mask mass master match matrix matter max may meadow mean measure medal media medical medium
    meet member memory mentor mercury merge merit mesa message metal meter method metric metro micro middle mile
    milestone milk mill mind mine mint minute mirror mission mist mix mobile mode model modern moment momentum
    monarch monday money monitor monster moon more morning mosaic most mother motion motive motor mountain mouse
    move movement much music mutual mystic name narrow nation national native natural nature navigator near nest net
    network new news next nice night nimble nine noble noon north note notion nova novel now number nurture oak
    oasis object ocean octagon october odd off offer office oil olive omega on once one only open opera optic
    optimal option oracle orange orbit orchard orchid order organic origin original other outlook outside oval over
    owl own pace pack page paint pair palace palm panda panel panorama panther paper parade paragon parallel park
    part partner party pass passage path patient patriot pattern pay peace peach peak pear pearl pen penny people
    pepper perfect performance permanent person pet phoenix phone photo pick picture piece pilot pine pinnacle
    pioneer pipe pivot pixel place plain plan planet plant plate platform platinum play plaza plus pocket point
    polar pole policy pony pool pop port portal position positive post pot power practice prairie premier premium
    present press pride prime prince print prism private prize pro process produce product professional profile
    profit program progress project promise proof proper prospect protect provide public pull pulse pump pure purple
    purpose push puzzle quality quantum quarter quartz queen quest question quick quiet quill quilt quote rabbit
    race radar radiant radio radius rain rainbow raise ramp range ranger rapid raven ray reach ready real realm
    reason record red reef reference reflect regal regent region regional regular relay release reliable reliance
    relief remedy remote renew republic rescue research reserve resolute resolve resource response rest result
    retail reveal revolution reward rhythm ribbon rich ride ridge right ring rise rising rival river road roam robin
    rock rocket rogue roll roof room root rope rose round route royal ruby rule run rush safe safety saga sage sail
    salt same sand sapphire satellite sauce save scale scene scholar school science scope score scout screen sea
    seal search season seat second secret section secure seed select self senior sense sentinel sequence series
    serve service set seven shadow shape share shark sharp shell shelter shield shift shine ship shop shore short
    show side sierra sight sign signal signature silk silver simple single sister site six sketch skill skin sky
    slack slate sleep slice slide slope smart smile smoke smooth snap snow social soft solar solid solution song
    sonic soul sound source south space span spark speak spectrum speed sphere spice spider spike spin spiral spirit
    splash split spoke sport spot spray spring sprout spruce square stable stack staff stage stand standard star
    start state station statue stay steady steam steel stellar step sterling stitch stock stone storage store storm
    story straight strategy stream street stride strike string stripe strive strong structure studio study style sub
    subject success sugar suit sum summer summit sun sunday sunrise sunset super support sure surf surge swan sweet
    swift switch symbol symphony synergy system table tag tail tailor take talent talk tall tandem tango tap target
    task taste team tech tempo ten tenet terra terrace test text theory thing think third thread three thrive
    thunder ticket tide tiger tile timber time tin tiny tip titan today together token tomorrow tone tool top torch
    total touch tower town toy track trade tradition trail train transfer transform transit travel treasure treat
    tree trek trend tribe trident trim trinity trip triple triumph true trust truth try tube tulip tune tunnel turbo
    turn turtle twin twist two ultimate ultra umbrella union unique unit united unity universal up upper urban usual
    utility valley value vault vector vega velocity venture venue verge versatile verse vertex vertical vessel vest
    victory view village vine vintage violet virtual virtue vision vista vital vivid voice volt volume voyage wagon
    walk wall war warm watch water wave way wealth web wedge week well west whale wheel while white whole wide wild
    will willow win wind window wing winner winter wire wisdom wise wish wolf wonder wood word work world worth yard
    yellow yes yield young your youth zebra zen zenith zero zest zone zoom
    """)
