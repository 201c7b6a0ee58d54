import type { RowCases } from './english-cases.ts'

export const SPANISH_CASES: RowCases = {
  'former-addict': [
    ['Es un ex adicto.', 'una exadicta', 'ex-alcohólicos', 'adictas rehabilitadas'],
    ['Es una persona en recuperación.'],
  ],
  addict: [
    [
      'Es un adicto.',
      'las adictas',
      'drogadictos',
      'adict@s',
      'adictxs',
      'usuarios',
      'una usuaria de drogas',
      'consumidores de drogas',
      'un toxicómano',
      'abusadora',
    ],
    ['Una persona con un trastorno por uso de sustancias.', 'Medicina de la adicción'],
  ],
  alcoholic: [
    ['un alcohólico', 'Borrachas', 'estaba ebrio'],
    ['una persona con un trastorno por uso de alcohol', 'bebidas alcohólicas'],
  ],
  'substance-abuse': [
    [
      'abuso de sustancias',
      'el abuso del alcohol',
      'dependencia a las pastillas',
      'dependencia química',
      'farmacodependencia',
      'drogodependientes',
      'el vicio',
      'viciosos',
    ],
    ['uso de sustancias', 'la vicepresidenta', 'personas dependientes en el plan', 'servicio'],
  ],
  'clean-dirty': [
    ['Está limpia.', 'una prueba sucia', 'limpios'],
    ['en recuperación', 'limpieza de datos'],
  ],
  relapse: [
    ['Tuvo una recaída.', 'Recayó.', 'ha recaído', 'recaen'],
    ['Volvió a usar y tuvo un contratiempo.'],
  ],
  intoxication: [
    ['Llegó drogada.', 'Se drogan.', 'está colocado', 'iba puesta'],
    ['bajo los efectos de una sustancia', 'una puntuación alta'],
  ],
  'replacement-therapy': [
    ['terapia de sustitución', 'tratamientos sustitutivos', 'terapia de reemplazo con opioides'],
    ['medicación para el trastorno por uso de opioides'],
  ],
  'committed-suicide': [
    ['Cometió suicidio.', 'cometer un suicidio', 'se mató'],
    ['Murió por suicidio.', 'el compromiso con la calidad'],
  ],
  'suicide-attempt': [
    ['un intento fallido', 'intentos de suicidio frustrados', 'suicidio consumado'],
    ['un intento de suicidio', 'intentó llamar'],
  ],
  'suicide-drama': [
    ['la epidemia de suicidios', 'se disparan los suicidios', 'por las nubes'],
    ['las cifras han subido'],
  ],
  'condition-as-person': [
    ['esquizofrénicas', 'Es bipolar.', 'una anoréxica', 'enfermos mentales', 'está loca'],
    ['una persona que vive con un trastorno bipolar', 'el localizador'],
  ],
  blame: [
    [
      'incumplidora',
      'incumplimiento',
      'No se presentó.',
      'se negó',
      'rehusaron la llamada',
      'Rechazó la llamada.',
      'resistente al tratamiento',
      'no cumple',
    ],
    ['no pudo asistir a una reunión', 'prefirió no hablar', 'se presentó en la oficina'],
  ],
  judgement: [
    ['manipuladora', 'Quiere llamar la atención.', 'busca drogas', 'paciente difícil'],
    ['busca atención para un ser querido', 'necesita más tiempo'],
  ],
  suffering: [
    ['Sufre de ansiedad.', 'padecen', 'víctima de violencia', 'sufriendo de'],
    ['una persona con ansiedad', 'vivió un trauma'],
  ],
  'whats-wrong': [
    ['¿Qué le pasa?', '¿Qué tiene de malo?', '¿Cuál es su problema?'],
    ['¿Qué le pasó?', '¿Cómo se siente?'],
  ],
  orders: [
    ['Tiene que llamar.', 'usted debe', 'Debería venir.', 'usted necesita', 'es necesario que'],
    ['Puede llamar si lo desea.', 'usted decide'],
  ],
  'false-comfort': [
    [
      'Confíe en mí.',
      'Ya está a salvo.',
      'Podemos arreglarlo.',
      'Sé cómo se siente.',
      'Sé exactamente cómo se siente.',
      'Cálmese.',
      'Tranquilícese',
    ],
    ['Haremos lo posible.', 'Estoy aquí para escuchar.'],
  ],
  urgency: [
    [
      '¡Última oportunidad!',
      'Actúe ahora',
      'Llame ya',
      'camas limitadas',
      'cupos limitados',
      'antes de que sea tarde',
      'No espere',
      'Dese prisa',
      'Solo quedan 3 camas',
      'cuanto antes',
    ],
    ['Hay dos camas disponibles.', 'a su ritmo', 'la última fecha'],
  ],
  promise: [
    [
      'garantizado',
      'Garantizamos resultados.',
      'una garantía',
      'cura la adicción',
      'se curará',
      '100 % confidencial',
      'cien por ciento no, 100 por ciento seguro',
      'totalmente confidencial',
      'cumple con HIPAA',
      'sin riesgo',
    ],
    ['confidencial', 'Puntuación 72 de 100', 'seguro', 'procurar'],
  ],
  'coverage-promise': [
    ['Está cubierta.', 'su seguro cubre', 'el plan pagará', 'totalmente cubierto'],
    ['Los beneficios están verificados', 'se está verificando la cobertura'],
  ],
  'sales-talk': [
    [
      'un prospecto',
      'leads calientes',
      'lead frío',
      'cerrar la venta',
      'cerrarlo',
      'clientes potenciales',
      'captar pacientes',
    ],
    ['una consulta', 'una persona que busca ayuda', 'cerca de casa', 'cierre de la página'],
  ],
}
