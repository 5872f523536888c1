import type { FirstWords } from './words.ts';

export const FRENCH: FirstWords = {
  earthquake: [
    'Séisme',
    'Séisme : {place}',
    'Un violent séisme s’est produit : {place}. Des répliques sont possibles.',
    'Éloignez-vous des bâtiments endommagés. Suivez les consignes des autorités locales. Donnez de vos nouvelles à votre famille et à la représentation, et signalez si vous avez besoin d’aide.',
  ],
  tsunami: [
    'Tsunami',
    'Alerte au tsunami : {place}',
    'Les autorités locales ont émis une alerte au tsunami : {place}. Il peut y avoir plus d’une vague.',
    'Rejoignez immédiatement les hauteurs, loin de la côte et des embouchures des cours d’eau. Ne revenez pas avant que les autorités locales aient annoncé la fin du danger.',
  ],
  eruption: [
    'Éruption volcanique',
    'Éruption volcanique : {place}',
    'Un volcan est entré en éruption : {place}. Des chutes de cendres et des perturbations aériennes sont possibles.',
    'N’entrez pas dans les zones interdites ni dans les vallées des rivières. Fermez les fenêtres et protégez-vous le nez et la bouche des cendres. Renseignez-vous sur votre vol auprès de la compagnie aérienne.',
  ],
  flood: [
    'Inondation',
    'Inondations : {place}',
    'Des inondations sont en cours : {place}. Les routes et les transports publics peuvent être coupés.',
    'Gagnez un point plus élevé. Ne traversez jamais une eau courante, ni à pied ni en voiture. Suivez les consignes locales d’évacuation.',
  ],
  storm: [
    'Tempête',
    'Tempête à l’approche : {place}',
    'Une forte tempête est attendue : {place}. L’électricité, les vols et les transports publics peuvent être interrompus.',
    'Restez dans un bâtiment solide, loin des fenêtres. Gardez à portée de main de l’eau, des vivres, vos médicaments et vos documents. Ne voyagez pas avant la fin de la tempête.',
  ],
  wildfire: [
    'Feu de forêt',
    'Feux de forêt : {place}',
    'Des feux de forêt se propagent : {place}. Attendez-vous à de la fumée et à des routes fermées.',
    'Tenez-vous prêts à partir et partez dès qu’on vous le demande. Emportez documents et médicaments. Fermez les fenêtres et limitez vos activités à l’extérieur.',
  ],
  health: [
    'Épidémie',
    'Conseils de santé : {place}',
    'Une épidémie est signalée : {place}.',
    'Suivez les conseils des autorités sanitaires locales. Lavez-vous les mains, évitez la foule et, si vous vous sentez malade, téléphonez avant de consulter un médecin.',
  ],
  unrest: [
    'Troubles',
    'Situation sécuritaire : {place}',
    'Des manifestations et des affrontements ont lieu : {place}. La situation peut évoluer rapidement.',
    'Évitez les attroupements et les bâtiments officiels. Restez en lieu sûr, gardez sur vous une pièce d’identité et suivez les informations de la représentation.',
  ],
  evacuation: [
    'Conflit armé',
    'Situation d’urgence : {place}',
    'Des combats sont en cours : {place}. La représentation prépare des mesures pour les ressortissants indonésiens.',
    'Restez en lieu sûr, loin des fenêtres. Préparez passeport, argent, médicaments et vêtements. Indiquez à la représentation où vous êtes et attendez ses consignes ; ne partez pas de votre propre initiative.',
  ],
  attack: [
    'Attentat',
    'Attentat : {place}',
    'Un attentat a été commis : {place}. Les informations officielles sont encore en cours de collecte.',
    'Éloignez-vous des lieux de l’attentat et des endroits fréquentés. Suivez les consignes de la police. Donnez de vos nouvelles à votre famille et ne diffusez rien d’incertain.',
  ],
  accident: [
    'Accident de transport',
    'Accident de transport : {place}',
    'Un accident de transport s’est produit : {place}. La représentation demande aux autorités si des ressortissants indonésiens sont concernés.',
    'Les familles en quête de nouvelles peuvent appeler les numéros de cette page. Veuillez préparer les noms complets et les détails du voyage.',
  ],
  death: [
    'Décès',
    'In memoriam : {place}',
    'C’est avec une profonde tristesse que nous annonçons un décès : {place}.',
    '',
  ],
  mourning: [
    'Deuil national',
    'Deuil national',
    'Le gouvernement de la République d’Indonésie a décrété une période de deuil national. Les drapeaux sont en berne.',
    '',
  ],
};
