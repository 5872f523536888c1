import type { FirstWords } from './words.ts';

export const SPANISH: FirstWords = {
  earthquake: [
    'Terremoto',
    'Terremoto en {place}',
    'Un fuerte terremoto ha sacudido {place}. Puede haber réplicas.',
    'Aléjese de los edificios dañados. Siga las indicaciones de las autoridades locales. Informe a su familia y a la representación de cómo está y de si necesita ayuda.',
  ],
  tsunami: [
    'Tsunami',
    'Alerta de tsunami en {place}',
    'Las autoridades locales han emitido una alerta de tsunami para {place}. Puede haber más de una ola.',
    'Vaya de inmediato a un lugar alto, lejos de la costa y de las desembocaduras. No regrese hasta que las autoridades locales digan que es seguro.',
  ],
  eruption: [
    'Erupción volcánica',
    'Erupción volcánica en {place}',
    'Un volcán ha entrado en erupción en {place}. Puede caer ceniza y haber alteraciones en los vuelos.',
    'No entre en las zonas cerradas ni en los valles de los ríos. Cierre las ventanas y protéjase la nariz y la boca de la ceniza. Consulte su vuelo con la aerolínea.',
  ],
  flood: [
    'Inundación',
    'Inundaciones en {place}',
    'Hay inundaciones en {place}. Las carreteras y el transporte público pueden quedar cortados.',
    'Vaya a un lugar más alto. No cruce agua en movimiento ni a pie ni en vehículo. Siga las indicaciones locales de evacuación.',
  ],
  storm: [
    'Tormenta',
    'Se acerca una tormenta a {place}',
    'Se espera que una fuerte tormenta llegue a {place}. Pueden fallar la electricidad, los vuelos y el transporte público.',
    'Permanezca en un edificio sólido, lejos de las ventanas. Tenga a mano agua, comida, medicinas y documentos. No viaje hasta que pase la tormenta.',
  ],
  wildfire: [
    'Incendio forestal',
    'Incendios forestales en {place}',
    'Hay incendios forestales que se extienden en {place}. Puede haber humo y carreteras cerradas.',
    'Prepárese para salir y salga de inmediato cuando se lo indiquen. Lleve documentos y medicinas. Cierre las ventanas y reduzca las actividades al aire libre.',
  ],
  health: [
    'Brote de enfermedad',
    'Aviso de salud: {place}',
    'Se ha informado de un brote de enfermedad en {place}.',
    'Siga las indicaciones de las autoridades sanitarias locales. Lávese las manos, evite aglomeraciones y llame antes de acudir al médico si se siente mal.',
  ],
  unrest: [
    'Disturbios',
    'Situación de seguridad en {place}',
    'Hay protestas y enfrentamientos en {place}. La situación puede cambiar con rapidez.',
    'Evite las aglomeraciones y los edificios oficiales. Permanezca en un lugar seguro, lleve su identificación y siga las noticias de la representación.',
  ],
  evacuation: [
    'Conflicto armado',
    'Emergencia en {place}',
    'Hay combates en {place}. La representación prepara medidas para los ciudadanos indonesios.',
    'Permanezca en un lugar seguro, lejos de las ventanas. Tenga listos pasaporte, dinero, medicinas y ropa. Diga a la representación dónde está y espere instrucciones; no salga por su cuenta.',
  ],
  attack: [
    'Atentado',
    'Atentado en {place}',
    'Se ha producido un atentado en {place}. Aún se reúne información oficial.',
    'Aléjese del lugar y de los sitios concurridos. Siga las indicaciones de la policía. Avise a su familia y no difunda lo que no sea seguro.',
  ],
  accident: [
    'Accidente de transporte',
    'Accidente de transporte en {place}',
    'Se ha producido un accidente de transporte en {place}. La representación consulta a las autoridades si hay ciudadanos indonesios afectados.',
    'Las familias que busquen noticias pueden llamar a los números de esta página. Tengan a mano el nombre completo y los datos del viaje.',
  ],
  death: [
    'Fallecimiento',
    'In memoriam: {place}',
    'Con profundo pesar comunicamos el fallecimiento de {place}.',
    '',
  ],
  mourning: [
    'Duelo nacional',
    'Duelo nacional',
    'El Gobierno de la República de Indonesia ha declarado duelo nacional. Las banderas ondean a media asta.',
    '',
  ],
};
