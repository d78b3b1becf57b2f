import type { CoreRating } from './scales.ts';
import { FOREIGN_SIGNS } from './rating-signs-foreign.ts';

/** Signs are looked for in a key (see `ratingKey`) with a blank at either end; `a | b` and line breaks part them. */
const signs = (text: string): readonly RegExp[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => new RegExp(` (?:${line.replaceAll(' | ', '|')}) `, 'u'));

const NOT = 'not|isnt|arent|wasnt|werent|never|neither';
const PICTURE =
  '(?:photo|photograph|picture|image|pic|video|clip|footage|recording|audio|screenshot|screengrab|visual|meme|map|graphic|film)s?';
const FAKE =
  'fake[ds]?|fakery|false(?:ly)?|untrue|untruths?|hoax(?:es)?|scams?|phishing|bogus|phon(?:y|ey)|fabricat\\w+|forged|forgery|counterfeit|made up|invented|fictional|fictitious|doctored|morphed|photoshop\\w*|deep ?fake[ds]?|spoof|prank|parody|parodies|satire|satirical';
const TRUE = 'true|correct|accurate|right|real|genuine|authentic|legit|legitimate|factual|credible|valid';

/** Each kind of sign with the rating that it speaks for; the first kind that has one in a sentence is meant. */
export const RATING_SIGNS: readonly (readonly [CoreRating, readonly RegExp[]])[] = [
  [
    'true',
    signs(`
      (?:${NOT}) (?:an? )?(?:${FAKE}|incorrect|wrong|misleading|edited|altered|staged|lying|a lie|a myth)
    `),
  ],
  [
    'false',
    signs(`
      ${PICTURE} (?:is|are|was|were|has been|have been) (?:\\w+ly )?(?:${FAKE}|edited|altered|manipulated|ai generated)
    `),
  ],
  [
    'half-true',
    signs(`
      (?:partly|partially|partialy|half|somewhat) (?:true|false|correct|accurate|right|wrong|incorrect)
      half of the claims?
      (?:not|isnt|wasnt|arent) (?:entirely|completely|wholly|quite|exactly|strictly|fully|totally|altogether|always|necessarily) (?:${TRUE}|the case)
      mixture of
      (?:some|parts?|one|two|half|both) (?:\\w+ ){0,4}(?:is|are|was|were) (?:${TRUE}) (?:\\w+ ){0,6}(?:but|others?|while|not) (?:.*)
      (?:mix|mixes|mixing) (?:of )?(?:fact|truth|true)s? .*
      yes and no
      (?:it )?depends (?:on .*|how .*|who .*)?
      to some extent
      up to a point
      kernel of truth
      grain of truth
      elements? of truth
    `),
  ],
  [
    'misleading',
    [
      ...signs(`
      mislead(?:s|ing|ingly)?
      (?:out of|without|lacks?|lacking|missing|needs?|more|omits?|wrong|different|additional|important|some|key|added) (?:\\w+ )?context
      context (?:is )?(?:matters|needed|missing|required|omitted)
      ${PICTURE} (?:\\w+ ){0,4}(?:is|are|was|were|id|dates?) (?:\\w+ ){0,3}(?:old|older|from|back|taken|of|shot|unrelated|filmed|recorded|captured|made|over|years?)(?: .*)?
      (?:is|are|its|was) (?:an? |several |many |two |three )?(?:years? )?old (?:\\w+ ){0,2}${PICTURE}
      (?:old|older|unrelated|archival|archive|file|stock|recycled|cropped|spliced|mislabell?ed|captioned) (?:\\w+ )?(?:${PICTURE}|incident|event|crime|prediction|news|story|stories|report|article|case|post|tweet|quote|speech|statement|study|data|figures?|numbers?)
      (?:years?|months?|weeks?|decades?) old
      (?:is|are|was|were) old
      cherry ?pick(?:s|ed|ing)?
      exaggerat\\w+ | hyperbol\\w+ | hyped?
      over ?(?:stat|simplif|blow|sell|count|estimat|reach)\\w* | under ?(?:stat|estimat|count)\\w*
      ignor(?:es?|ed|ing) | omit(?:s|ted|ting)? | leaves? out | left out
      mis ?(?:read|lead|use|count|caption|label|quote|state|identif|interpret|represent|characteri|understand|understood|construe|report|translat|match|min|calculat|appropriat|plac|time|dat|attribut\\w* to)\\w*
      distort\\w* | twist(?:s|ed|ing)? | skew(?:s|ed)? | conflat\\w+ | confus(?:es|ed|ing) | mix(?:es|ed)? up | oversimplif\\w+
      no connection (?:with|to) | nothing to do with | not (?:\\w+ )?related to | unrelated(?: to .*)?
      not (?:\\w+ ){0,2}(?:from|in) (?:india|this year|this years)
      outdated | out of date
      (?:doesnt|does not|dont|do not|didnt|did not|fails? to|failed to) (?:take into account|account for|tell the (?:whole|full) story|mention|include|adjust for)
      in ?comparable | apples and oranges | (?:is|are) more relevant | (?:better|fairer) (?:measure|comparison|way)
      ${PICTURE} (?:was|were) (?:taken|filmed|shot|recorded)
      misspoke | mis spoken
      th(?:is|e) (?:${PICTURE}|incident) (?:is|was|took|shows?|depicts?) | this is (?:an?|the) (?:\\w+ ){0,3}${PICTURE}
      (?:19|20)\\d\\d (?:\\w+ )?${PICTURE} | ${PICTURE} (?:from|of) (?:\\w+ )?(?:19|20)\\d\\d
      actually (?:taken|from|filmed|shows?|depicts?|occurred|happened)
      it (?:is|was) an old
      (?:but|though|however) (?:\\w+ ){0,12}(?:excludes?|excluding|inflation|context)
      bad measure | deceptive\\w* | clickbait | sensational\\w* | spin | spun
      (?:more|less) to (?:it|the story|this)
      (?:only )?(?:part|half) (?:of )?the (?:story|truth|picture)
      (?:scenes?|clips?|stills?|taken|footage) (?:is |are )?from (?:an? )?(?:\\w+ )?(?:movie|film|series|show|video game|game|drama|play)
      (?:video|computer) game | art (?:project|installation) | training exercise | mock drill
    `),
      ...signs(FOREIGN_SIGNS.misleading),
    ],
  ],
  [
    'unproven',
    [
      ...signs(`
      (?:no|not enough|insufficient|lacks?|lacking|without|little|any|limited|scant|weak|zero|thin|no clear|no sufficient) (?:\\w+ ){0,2}(?:evidence|proof)
      (?:cant|cannot|couldnt|could not|unable to|impossible to|hard to|difficult to|not able to|not possible to|yet to) (?:be )?(?:\\w+ )?(?:verif(?:y|ied)|confirm(?:ed)?|pro(?:ve|ven|ved)|say|find|know|known|determin(?:e|ed)|tell|predict|be judged|judged?|establish(?:ed)?|substantiated?)
      unclear | uncertain(?:ty)? | unproven | undetermined | inconclusive
      not (?:yet )?(?:been )?(?:proven|proved|known|identified|verified|confirmed|substantiated|established)
      (?:hasnt|havent|has not|have not) (?:yet )?been (?:proven|proved|confirmed|verified|established)
      dont know | do not know | doesnt know | nobody knows | no one knows
      unsubstantiated | unsupported | unverified | unconfirmed | unfounded
      no (?:official |independent )?confirmation
      too (?:early|soon|many ways)
      experts disagree | scientists disagree | disputed | contested | contradictory
      rumou?rs? | speculat(?:ion|ive) | anecdotal | alleged(?:ly)?
      under investigation | being investigated | remains? to be seen | pending
      (?:called|calls|brought) into question | (?:open|lingering|unanswered) questions? | questions? remains?
      more (?:research|study|studies|data|evidence) (?:is |are )?(?:needed|required)
    `),
      ...signs(FOREIGN_SIGNS.unproven),
    ],
  ],
  [
    'false',
    [
      ...signs(`
      ${FAKE}
      (?:\\w+ly )?(?:incorrect|inaccurate|erroneous|mistaken)(?:ly)? | in error | errors?
      (?:photo|digitally |been )?(?:edited|altered|manipulated|tampered|superimposed|spliced|staged)
      (?:computer|ai|artificial intelligence) generated | cgi | digital (?:art|creation|rendering)
      (?:${NOT}) (?:\\w+ )?(?:${TRUE})
      wrong(?:ly)? | debunk(?:s|ed)? | disprove[dns]? | baseless | groundless | spam | spoofed | disinformation | misinformation | conspirac(?:y|ies) | nonsense | pseudo ?science | discredited | lie | lied | liar
      myths? | urban legend
      (?:did|does|do|would|could|will|has|have|had|can|should|must|may|might) not | cannot
      (?:did|does|do|would|could|wo|has|have|had|ca|is|are|was|were|should)nt
      never | den(?:ied|ies|y|ying) | refut(?:ed|es|e|ing) | disputes | contradict(?:s|ed)? | undercut(?: by)? | contrary to | clarified
      (?:there|it|he|she|they|we|who|which|that|this) (?:is|are|was|were|has|have|had) no
      theres no | theyre no
      (?:has|have|had|with|found|finds?|shows?|showed|gives?|makes?|made|of|say|says|said|saying) no
      (?:is|are|was|were|be|been|its|but|and|or|thats|theyre|hes|shes) not
      not (?:the|an?|from|in|to|by|about|for|just|only|all|every|even|what|who|how|as|yet|part) (?:.*)
      no longer | no such | nothing | nobody | no one | none
      and not (?:\\w+ ){0,3}\\w+ $
      say no link
      pranks? | impersonat\\w+ | imposters? | impostors?
      mis ?attribut\\w+
      (?:much|far|significantly|considerably|substantially|slightly|a lot) (?:higher|lower|larger|smaller|fewer|less|more) than
      (?:the )?(?:actual|real|correct|true) (?:number|figure|total|amount|cost|rate|value|quote|name|date|source|story|reason)s? (?:is|are|was|were)
      without (?:any )?(?:merit|basis|foundation)
      impossible | unscientific
      (?:no|without) (?:truth|basis|merit|factual) (?:\\w+ )?(?:to|in|for|basis)?
    `),
      ...signs(FOREIGN_SIGNS.false),
    ],
  ],
  [
    'mostly-true',
    signs(`
      (?:mostly|broadly|largely|roughly|nearly|almost|generally|basically|essentially|substantially|more or less) (?:${TRUE})
      (?:true|correct|accurate|right) (?:but|although|though)
      (?:is|are|its|thats) (?:\\w+ly )?(?:${TRUE}) (?:.* )?(?:but|although|though|however) .*
      (?:true|correct|accurate|right) that .* (?:but|although|though|however) .*
  `),
  ],
  [
    'true',
    [
      ...signs(`
      (?:is|are|was|were|its|thats|be|been|claims?|statement|which) (?:indeed |also |in fact |actually |\\w+ly )?(?:${TRUE})
      (?:did|does|do) (?:indeed |actually |really )?(?:say|said|happen|occur|vote|write|tweet|post|make|call|appear|win|exist|support|have)
      (?:has|have|had) (?:been |indeed )?(?:verified|confirmed)
      confirm(?:s|ed)? (?:that|by|this|the|it) (?:.*)
      appears? to be (?:${TRUE})
      (?:says?|confirms?) so
      (?:claims?|statements?|quotes?|all|part|parts) (?:${TRUE})
  `),
      ...signs(FOREIGN_SIGNS.true),
    ],
  ],
];

/** Signs of a correction that says nothing of true or false: read last, in whole sentences only. */
export const CONCESSIONS: readonly RegExp[] = signs(`
  but | however | although | though | while | whereas | nevertheless | nonetheless | only some | depending on | unless
  но | однако | хотя | але | проте | хоча | бірақ | алайда | дегенмен | pero | aunque | sin embargo | mas | porem | embora | mais | cependant | toutefois | ma | tuttavia | aber | jedoch | allerdings | obwohl | ale | jednak | ama | ancak | tetapi | namun | maar | echter | men | لكن | हालांकि | लेकिन | परंतु | ਪਰ | કિંતુ
`);
