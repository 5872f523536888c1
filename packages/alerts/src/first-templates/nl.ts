import type { FirstWords } from './words.ts';

export const DUTCH: FirstWords = {
  earthquake: [
    'Aardbeving',
    'Aardbeving: {place}',
    'Er is een zware aardbeving geweest: {place}. Naschokken zijn mogelijk.',
    'Blijf uit de buurt van beschadigde gebouwen. Volg de aanwijzingen van de plaatselijke autoriteiten op. Laat uw familie en de vertegenwoordiging weten hoe het met u gaat, en of u hulp nodig hebt.',
  ],
  tsunami: [
    'Tsunami',
    'Tsunamiwaarschuwing: {place}',
    'De plaatselijke autoriteiten hebben een tsunamiwaarschuwing gegeven: {place}. Er kan meer dan één golf komen.',
    'Ga onmiddellijk naar hoger gelegen gebied, weg van de kust en riviermondingen. Keer pas terug als de plaatselijke autoriteiten zeggen dat het veilig is.',
  ],
  eruption: [
    'Vulkaanuitbarsting',
    'Vulkaanuitbarsting: {place}',
    'Er is een vulkaan uitgebarsten: {place}. Er kan as vallen en het vliegverkeer kan verstoord raken.',
    'Blijf uit afgesloten gebieden en rivierdalen. Sluit de ramen en bescherm neus en mond tegen as. Vraag uw luchtvaartmaatschappij naar uw vlucht.',
  ],
  flood: [
    'Overstroming',
    'Overstromingen: {place}',
    'Er zijn overstromingen: {place}. Wegen en openbaar vervoer kunnen uitvallen.',
    'Ga naar hoger gelegen gebied. Loop of rijd niet door stromend water. Volg plaatselijke aanwijzingen voor evacuatie op.',
  ],
  storm: [
    'Storm',
    'Storm op komst: {place}',
    'Er wordt een zware storm verwacht: {place}. Stroom, vluchten en openbaar vervoer kunnen uitvallen.',
    'Blijf in een stevig gebouw en uit de buurt van ramen. Houd water, eten, medicijnen en documenten bij de hand. Reis niet voordat de storm voorbij is.',
  ],
  wildfire: [
    'Natuurbrand',
    'Natuurbranden: {place}',
    'Natuurbranden breiden zich uit: {place}. Houd rekening met rook en afgesloten wegen.',
    'Wees klaar om te vertrekken en ga meteen als dat wordt gevraagd. Neem documenten en medicijnen mee. Sluit de ramen en doe buiten zo min mogelijk.',
  ],
  health: [
    'Uitbraak van ziekte',
    'Gezondheidsadvies: {place}',
    'Er is een uitbraak van ziekte gemeld: {place}.',
    'Volg het advies van de plaatselijke gezondheidsdienst op. Was uw handen, mijd drukte en bel eerst voordat u met klachten naar een arts gaat.',
  ],
  unrest: [
    'Onlusten',
    'Veiligheidssituatie: {place}',
    'Er zijn protesten en botsingen: {place}. De situatie kan snel veranderen.',
    'Mijd menigten en overheidsgebouwen. Blijf op een veilige plek, draag een identiteitsbewijs bij u en let op berichten van de vertegenwoordiging.',
  ],
  evacuation: [
    'Gewapend conflict',
    'Noodsituatie: {place}',
    'Er wordt gevochten: {place}. De vertegenwoordiging bereidt maatregelen voor Indonesische burgers voor.',
    'Blijf op een veilige plek en uit de buurt van ramen. Houd paspoort, geld, medicijnen en kleding klaar. Laat de vertegenwoordiging weten waar u bent en wacht op aanwijzingen; ga niet op eigen gelegenheid op weg.',
  ],
  attack: [
    'Terroristische aanslag',
    'Aanslag: {place}',
    'Er is een aanslag gepleegd: {place}. Officiële informatie wordt nog verzameld.',
    'Blijf weg van de plaats van de aanslag en van drukke plekken. Volg de aanwijzingen van de politie op. Laat uw familie weten hoe het met u gaat en verspreid niets wat niet zeker is.',
  ],
  accident: [
    'Vervoersongeval',
    'Vervoersongeval: {place}',
    'Er is een vervoersongeval gebeurd: {place}. De vertegenwoordiging vraagt de autoriteiten of er Indonesische burgers bij betrokken zijn.',
    'Familie die nieuws zoekt, kan de nummers op deze pagina bellen. Houd volledige namen en reisgegevens bij de hand.',
  ],
  death: [
    'Overlijden',
    'In memoriam: {place}',
    'Met diepe droefheid maken wij een overlijden bekend: {place}.',
    '',
  ],
  mourning: [
    'Nationale rouw',
    'Nationale rouw',
    'De regering van de Republiek Indonesië heeft een periode van nationale rouw afgekondigd. De vlaggen hangen halfstok.',
    '',
  ],
};
