/** Jobs of the PCS-ESE 2003 nomenclature of the INSEE, a line each: code, label. Some of its codes are not among them: they are taken by their shape. */
const LINES = `
231a Chefs de grande entreprise de 500 salariés et plus
232a Chefs de moyenne entreprise, de 50 à 499 salariés
233a Chefs d'entreprise du bâtiment et des travaux publics, de 10 à 49 salariés
233b Chefs d'entreprise de l'industrie ou des transports, de 10 à 49 salariés
233c Chefs d'entreprise commerciale, de 10 à 49 salariés
233d Chefs d'entreprise de services, de 10 à 49 salariés
311c Chirurgiens dentistes
311d Psychologues, psychanalystes, psychothérapeutes (non médecins)
311e Vétérinaires
312a Avocats
331a Personnels de direction de la fonction publique (État, collectivités locales, hôpitaux)
332a Ingénieurs de l'État (y.c. ingénieurs militaires) et assimilés
332b Ingénieurs des collectivités locales et des hôpitaux
333a Magistrats
333b Inspecteurs et autres personnels de catégorie A des Impôts, du Trésor et des Douanes
333c Cadres de la Poste
333d Cadres administratifs de France Télécom (statut public)
333e Autres personnels administratifs de catégorie A de l'État (hors Enseignement, Patrimoine, Impôts, Trésor, Douanes)
333f Personnels administratifs de catégorie A des collectivités locales et hôpitaux publics (hors Enseignement, Patrimoine)
334a Officiers des Armées et de la Gendarmerie (sauf officiers généraux)
335a Personnes exerçant un mandat politique ou syndical
341a Professeurs agrégés et certifiés de l'enseignement secondaire
341b Chefs d'établissement de l'enseignement secondaire et inspecteurs
343a Psychologues spécialistes de l'orientation scolaire et professionnelle
344a Médecins hospitaliers sans activité libérale
344b Médecins salariés non hospitaliers
344c Internes en médecine, odontologie et pharmacie
344d Pharmaciens salariés
351a Bibliothécaires, archivistes, conservateurs et autres cadres du patrimoine (fonction publique)
352a Journalistes (y. c. rédacteurs en chef)
352b Auteurs littéraires, scénaristes, dialoguistes
353a Directeurs de journaux, administrateurs de presse, directeurs d'éditions (littéraire, musicale, audiovisuelle et multimédia)
353b Directeurs, responsables de programmation et de production de l'audiovisuel et des spectacles
353c Cadres artistiques et technico-artistiques de la réalisation de l'audiovisuel et des spectacles
354a Artistes plasticiens
354b Artistes de la musique et du chant
354c Artistes dramatiques
354g Professeurs d'art (hors établissements scolaires)
371a Cadres d'état-major administratifs, financiers, commerciaux des grandes entreprises
372a Cadres chargés d'études économiques, financières, commerciales
372b Cadres de l'organisation ou du contrôle des services administratifs et financiers
372c Cadres spécialistes des ressources humaines et du recrutement
372d Cadres spécialistes de la formation
372e Juristes
372f Cadres de la documentation, de l'archivage (hors fonction publique)
373a Cadres des services financiers ou comptables des grandes entreprises
373b Cadres des autres services administratifs des grandes entreprises
373c Cadres des services financiers ou comptables des petites et moyennes entreprises
373d Cadres des autres services administratifs des petites et moyennes entreprises
374a Cadres de l'exploitation des magasins de vente du commerce de détail
374b Chefs de produits, acheteurs du commerce et autres cadres de la mercatique
374c Cadres commerciaux des grandes entreprises (hors commerce de détail)
374d Cadres commerciaux des petites et moyennes entreprises (hors commerce de détail)
375a Cadres de la publicité
375b Cadres des relations publiques et de la communication
376a Cadres des marchés financiers
376b Cadres des opérations bancaires
376c Cadres commerciaux de la banque
376d Chefs d'établissements et responsables de l'exploitation bancaire
376e Cadres des services techniques des assurances
376f Cadres des services techniques des organismes de sécurité sociale et assimilés
376g Cadres de l'immobilier
377a Cadres de l'hôtellerie et de la restauration
380a Directeurs techniques des grandes entreprises
382a Ingénieurs et cadres d'étude du bâtiment et des travaux publics
382b Architectes salariés
382c Ingénieurs, cadres de chantier et conducteurs de travaux (cadres) du bâtiment et des travaux publics
382d Ingénieurs et cadres technico-commerciaux en bâtiment, travaux publics
383a Ingénieurs et cadres d'étude, recherche et développement en électricité, électronique
383b Ingénieurs et cadres de fabrication en matériel électrique, électronique
383c Ingénieurs et cadres technico-commerciaux en matériel électrique ou électronique professionnel
384a Ingénieurs et cadres d'étude, recherche et développement en mécanique et travail des métaux
384b Ingénieurs et cadres de fabrication en mécanique et travail des métaux
384c Ingénieurs et cadres technico-commerciaux en matériel mécanique professionnel
385a Ingénieurs et cadres d'étude, recherche et développement des industries de transformation (agroalimentaire, chimie, métallurgie, matériaux lourds)
385b Ingénieurs et cadres de fabrication des industries de transformation (agroalimentaire, chimie, métallurgie, matériaux lourds)
385c Ingénieurs et cadres technico-commerciaux des industries de transformations (biens intermédiaires)
386d Ingénieurs et cadres de la production et de la distribution d'énergie, eau
386e Ingénieurs et cadres de fabrication des autres industries (imprimerie, matériaux souples, ameublement et bois)
387a Ingénieurs et cadres des achats et approvisionnements industriels
387b Ingénieurs et cadres de la logistique, du planning et de l'ordonnancement
387c Ingénieurs et cadres des méthodes de production
387d Ingénieurs et cadres du contrôle-qualité
387e Ingénieurs et cadres de la maintenance, de l'entretien et des travaux neufs
387f Ingénieurs et cadres techniques de l'environnement
388a Ingénieurs et cadres d'étude, recherche et développement en informatique
388b Ingénieurs et cadres d'administration, maintenance, support et services aux utilisateurs en informatique
388c Chefs de projets informatiques, responsables informatiques
388d Ingénieurs et cadres technico-commerciaux en informatique et télécommunications
388e Ingénieurs et cadres spécialistes des télécommunications
389a Ingénieurs et cadres techniques de l'exploitation des transports
389b Officiers et cadres navigants techniques et commerciaux de l'aviation civile
389c Officiers et cadres navigants techniques de la marine marchande
421a Instituteurs
421b Professeurs des écoles
422a Professeurs d'enseignement général des collèges
422b Professeurs de lycée professionnel
422c Maîtres auxiliaires et professeurs contractuels de l'enseignement secondaire
422d Conseillers principaux d'éducation
422e Surveillants et aides-éducateurs des établissements d'enseignement
423a Moniteurs d'école de conduite
423b Formateurs et animateurs de formation continue
424a Moniteurs et éducateurs sportifs, sportifs professionnels
425a Sous-bibliothécaires, cadres intermédiaires du patrimoine
431a Cadres infirmiers et assimilés
431b Infirmiers psychiatriques
431c Puéricultrices
431d Infirmiers spécialisés (autres qu'infirmiers psychiatriques et puéricultrices)
431e Sages-femmes
431f Infirmiers en soins généraux, salariés
432b Masseurs-kinésithérapeutes rééducateurs, salariés
432d Autres spécialistes de la rééducation, salariés
433a Techniciens médicaux
433b Opticiens lunetiers et audioprothésistes
433c Autres spécialistes de l'appareillage médical
433d Préparateurs en pharmacie
434a Cadres de l'intervention socio-éducative
434b Assistants de service social
434c Conseillers en économie sociale familiale
434d Éducateurs spécialisés
434e Moniteurs éducateurs
434f Éducateurs techniques spécialisés, moniteurs d'atelier
434g Éducateurs de jeunes enfants
435a Directeurs de centres socioculturels et de loisirs
435b Animateurs socioculturels et de loisirs
441a Clergé séculier
441b Clergé régulier
451a Professions intermédiaires de la Poste
451b Professions intermédiaires administratives de France Télécom (statut public)
451c Contrôleurs des Impôts, du Trésor, des Douanes et assimilés
451d Ingénieurs du contrôle de la navigation aérienne
451e Autres personnels administratifs de catégorie B de l'État (hors Enseignement, Patrimoine, Impôts, Trésor, Douanes)
452a Inspecteurs et officiers de police
452b Adjudants-chefs, adjudants et sous-officiers de rang supérieur de l'Armée et de la Gendarmerie
461d Maîtrise et techniciens des services financiers ou comptables
461e Maîtrise et techniciens administratifs des services juridiques ou du personnel
461f Maîtrise et techniciens administratifs des autres services administratifs
462a Chefs de petites surfaces de vente (salariés ou mandataires)
462b Maîtrise de l'exploitation des magasins de vente
462c Acheteurs non classés cadres, aides-acheteurs
462d Animateurs commerciaux des magasins de vente, marchandiseurs (non cadres)
462e Autres professions intermédiaires commerciales (sauf techniciens des forces de vente)
463a Techniciens commerciaux et technico-commerciaux, représentants en informatique
463b Techniciens commerciaux et technico-commerciaux, représentants en biens d'équipement, en biens intermédiaires, commerce interindustriel (hors informatique)
463c Techniciens commerciaux et technico-commerciaux, représentants en biens de consommation auprès d'entreprises
463d Techniciens commerciaux et technico-commerciaux, représentants en services auprès d'entreprises ou de professionnels (hors banque, assurance, informatique)
463e Techniciens commerciaux et technico-commerciaux, représentants auprès de particuliers (hors banque, assurance, informatique)
464a Assistants de la publicité, des relations publiques
464b Interprètes, traducteurs
465a Concepteurs et assistants techniques des arts graphiques, de la mode et de la décoration
465b Assistants techniques de la réalisation des spectacles vivants et audiovisuels
465c Photographes
466a Responsables commerciaux et administratifs des transports de voyageurs et du tourisme (non cadres)
466b Responsables commerciaux et administratifs des transports de marchandises (non cadres)
466c Responsables d'exploitation des transports de voyageurs et de marchandises (non cadres)
467a Chargés de clientèle bancaire
467b Techniciens des opérations bancaires
467c Professions intermédiaires techniques et commerciales des assurances
467d Professions intermédiaires techniques des organismes de sécurité sociale
468a Maîtrise de restauration : salle et service
468b Maîtrise de l'hébergement : hall et étages
471a Techniciens d'étude et de conseil en agriculture, eaux et forêt
471b Techniciens d'exploitation et de contrôle de la production en agriculture, eaux et forêt
472a Dessinateurs en bâtiment, travaux publics
472b Géomètres, topographes
472c Métreurs et techniciens divers du bâtiment et des travaux publics
472d Techniciens des travaux publics de l'État et des collectivités locales
473a Dessinateurs en électricité, électromécanique et électronique
473b Techniciens de recherche-développement et des méthodes de fabrication en électricité, électromécanique et électronique
473c Techniciens de fabrication et de contrôle-qualité en électricité, électromécanique et électronique
474a Dessinateurs en construction mécanique et travail des métaux
474b Techniciens de recherche-développement et des méthodes de fabrication en construction mécanique et travail des métaux
474c Techniciens de fabrication et de contrôle-qualité en construction mécanique et travail des métaux
475a Techniciens de recherche-développement et des méthodes de production des industries de transformation
475b Techniciens de production et de contrôle-qualité des industries de transformation
476a Assistants techniques, techniciens de l'imprimerie et de l'édition
476b Techniciens de l'industrie des matériaux souples, de l'ameublement et du bois
477a Techniciens de la logistique, du planning et de l'ordonnancement
477b Techniciens d'installation et de maintenance des équipements industriels (électriques, électromécaniques, mécaniques, hors informatique)
477c Techniciens d'installation et de maintenance des équipements non industriels (hors informatique et télécommunications)
477d Techniciens de l'environnement et du traitement des pollutions
478a Techniciens d'étude et de développement en informatique
478b Techniciens de production, d'exploitation en informatique
478c Techniciens d'installation, de maintenance, support et services aux utilisateurs en informatique
478d Techniciens des télécommunications et de l'informatique des réseaux
479a Techniciens des laboratoires de recherche publique ou de l'enseignement
479b Experts salariés ou indépendants de niveau technicien, techniciens divers
480a Contremaîtres et agents d'encadrement (non cadres) en agriculture, sylviculture
480b Maîtres d'équipage de la marine marchande et de la pêche
481a Conducteurs de travaux (non cadres)
481b Chefs de chantier (non cadres)
482a Agents de maîtrise en fabrication de matériel électrique, électronique
483a Agents de maîtrise en construction mécanique, travail des métaux
484a Agents de maîtrise en fabrication : agroalimentaire, chimie, plasturgie, pharmacie.
484b Agents de maîtrise en fabrication : métallurgie, matériaux lourds et autres industries de transformation
485a Agents de maîtrise et techniciens en production et distribution d'énergie, eau, chauffage
485b Agents de maîtrise en fabrication des autres industries (imprimerie, matériaux souples, ameublement et bois)
486d Agents de maîtrise en maintenance, installation en mécanique
486e Agents de maîtrise en entretien général, installation, travaux neufs (hors mécanique, électromécanique, électronique)
487a Responsables d'entrepôt, de magasinage
487b Responsables du tri, de l'emballage, de l'expédition et autres responsables de la manutention
488a Maîtrise de restauration : cuisine/production
488b Maîtrise de restauration : gestion d'établissement
521a Employés de la Poste
521b Employés de France Télécom (statut public)
522a Agents de constatation ou de recouvrement des Impôts, du Trésor, des Douanes
523a Adjoints administratifs de la fonction publique (y.c. enseignement)
524a Agents administratifs de la fonction publique (y.c. enseignement)
525a Agents de service des établissements primaires
525b Agents de service des autres établissements d'enseignement
525c Agents de service de la fonction publique (sauf écoles, hôpitaux)
525d Agents de service hospitaliers (de la fonction publique ou du secteur privé)
526a Aides-soignants (de la fonction publique ou du secteur privé)
526b Assistants dentaires, médicaux et vétérinaires, aides de techniciens médicaux
526c Auxiliaires de puériculture
526d Aides médico-psychologiques
526e Ambulanciers salariés (du secteur public ou du secteur privé)
531a Agents de police de l'État
531b Agents des polices municipales
531c Surveillants de l'administration pénitentiaire
532a Gendarmes (de grade inférieur à adjudant)
532b Sergents et sous-officiers de grade équivalent des Armées (sauf pompiers militaires)
532c Hommes du rang (sauf pompiers militaires)
533a Pompiers (y.c. pompiers militaires)
533b Agents techniques forestiers, gardes des espaces naturels
533c Agents de surveillance du patrimoine et des administrations
534a Agents civils de sécurité et de surveillance
534b Convoyeurs de fonds, gardes du corps, enquêteurs privés et métiers assimilés (salariés)
541d Standardistes, téléphonistes
542a Secrétaires
542b Dactylos, sténodactylos (sans secrétariat), opérateurs de traitement de texte
544a Employés et opérateurs d'exploitation en informatique
545a Employés administratifs des services techniques de la banque
545b Employés des services commerciaux de la banque
545c Employés des services techniques des assurances
545d Employés des services techniques des organismes de sécurité sociale et assimilés
546a Contrôleurs des transports (personnels roulants)
546b Agents des services commerciaux des transports de voyageurs et du tourisme
546c Employés administratifs d'exploitation des transports de marchandises
546d Hôtesses de l'air et stewards
546e Autres agents et hôtesses d'accompagnement (transports, tourisme)
551a Employés de libre service du commerce et magasiniers
552a Caissiers de magasin
554a Vendeurs en alimentation
554b Vendeurs en ameublement, décor, équipement du foyer
554c Vendeurs en droguerie, bazar, quincaillerie, bricolage
554d Vendeurs du commerce de fleurs
554e Vendeurs en habillement et articles de sport
554f Vendeurs en produits de beauté, de luxe (hors biens culturels) et optique
554g Vendeurs de biens culturels (livres, disques, multimédia, objets d'art)
554h Vendeurs de tabac, presse et articles divers
554j Pompistes et gérants de station-service (salariés ou mandataires)
555a Vendeurs par correspondance, télévendeurs
556a Vendeurs en gros de biens d'équipement, biens intermédiaires
561d Aides de cuisine, apprentis de cuisine et employés polyvalents de la restauration
561e Employés de l'hôtellerie : réception et hall
561f Employés d'étage et employés polyvalents de l'hôtellerie
562a Manucures, esthéticiens (salariés)
562b Coiffeurs salariés
563a Assistantes maternelles, gardiennes d'enfants, familles d'accueil
563b Aides à domicile, aides ménagères, travailleuses familiales
563c Employés de maison et personnels de ménage chez des particuliers
564a Concierges, gardiens d'immeubles
564b Employés des services divers
621a Chefs d'équipe du gros œuvre et des travaux publics
621b Ouvriers qualifiés du travail du béton
621c Conducteurs qualifiés d'engins de chantiers du bâtiment et des travaux publics
621d Ouvriers des travaux publics en installations électriques et de télécommunications
621e Autres ouvriers qualifiés des travaux publics
621f Ouvriers qualifiés des travaux publics (salariés de l'État et des collectivités locales)
621g Mineurs de fond qualifiés et autres ouvriers qualifiés des industries d'extraction (carrières, pétrole, gaz...)
622a Opérateurs qualifiés sur machines automatiques en production électrique ou électronique
622g Plateformistes, contrôleurs qualifiés de matériel électrique ou électronique
623a Chaudronniers-tôliers industriels, opérateurs qualifiés du travail en forge, conducteurs qualifiés d'équipement de formage, traceurs qualifiés
623b Tuyauteurs industriels qualifiés
623f Opérateurs qualifiés d'usinage des métaux travaillant à l'unité ou en petite série, moulistes qualifiés
623g Opérateurs qualifiés d'usinage des métaux sur autres machines (sauf moulistes)
624d Monteurs qualifiés en structures métalliques
624e Ouvriers qualifiés de contrôle et d'essais en mécanique
624f Ouvriers qualifiés des traitements thermiques et de surface sur métaux
624g Autres mécaniciens ou ajusteurs qualifiés (ou spécialité non reconnue)
625a Pilotes d'installation lourde des industries de transformation : agroalimentaire, chimie, plasturgie, énergie
625b Ouvriers qualifiés et agents qualifiés de laboratoire : agroalimentaire, chimie, biologie, pharmacie
625c Autres opérateurs et ouvriers qualifiés de la chimie (y.c. pharmacie) et de la plasturgie
625d Opérateurs de la transformation des viandes
625h Ouvriers qualifiés des autres industries (eau, gaz, énergie, chauffage)
626a Pilotes d'installation lourde des industries de transformation : métallurgie, production verrière, matériaux de construction
626b Autres opérateurs et ouvriers qualifiés : métallurgie, production verrière, matériaux de construction
626c Opérateurs et ouvriers qualifiés des industries lourdes du bois et de la fabrication du papier-carton
627a Opérateurs qualifiés du textile et de la mégisserie
627b Ouvriers qualifiés de la coupe des vêtements et de l'habillement, autres opérateurs de confection qualifiés
627c Ouvriers qualifiés du travail industriel du cuir
627d Ouvriers qualifiés de scierie, de la menuiserie industrielle et de l'ameublement
627e Ouvriers de la photogravure et des laboratoires photographiques et cinématographiques
627f Ouvriers de la composition et de l'impression, ouvriers qualifiés de la brochure, de la reliure et du façonnage du papier-carton
628a Mécaniciens qualifiés de maintenance, entretien : équipements industriels
628b Électromécaniciens, électriciens qualifiés d'entretien : équipements industriels
628c Régleurs qualifiés d'équipements de fabrication (travail des métaux, mécanique)
628d Régleurs qualifiés d'équipements de fabrication (hors travail des métaux et mécanique)
628e Ouvriers qualifiés de l'assainissement et du traitement des déchets
628f Agents qualifiés de laboratoire (sauf chimie, santé)
628g Ouvriers qualifiés divers de type industriel
631a Jardiniers
632a Maçons qualifiés
632b Ouvriers qualifiés du travail de la pierre
632c Charpentiers en bois qualifiés
632d Menuisiers qualifiés du bâtiment
632e Couvreurs qualifiés
632f Plombiers et chauffagistes qualifiés
632g Peintres et ouvriers qualifiés de pose de revêtements sur supports verticaux
632h Soliers moquetteurs et ouvriers qualifiés de pose de revêtements souples sur supports horizontaux
632j Monteurs qualifiés en agencement, isolation
632k Ouvriers qualifiés d'entretien général des bâtiments
633a Électriciens qualifiés de type artisanal (y.c. bâtiment)
633b Dépanneurs qualifiés en radiotélévision, électroménager, matériel électronique (salariés)
633c Électriciens, électroniciens qualifiés en maintenance entretien, réparation : automobile
633d Électriciens, électroniciens qualifiés en maintenance, entretien : équipements non industriels
634a Carrossiers d'automobiles qualifiés
634b Métalliers, serruriers qualifiés
634c Mécaniciens qualifiés en maintenance, entretien, réparation : automobile
634d Mécaniciens qualifiés de maintenance, entretien : équipements non industriels
635a Tailleurs et couturières qualifiés, ouvriers qualifiés du travail des étoffes (sauf fabrication de vêtements), ouvriers qualifiés de type artisanal du travail du cuir
636a Bouchers (sauf industrie de la viande)
636b Charcutiers (sauf industrie de la viande)
636c Boulangers, pâtissiers (sauf activité industrielle)
636d Cuisiniers et commis de cuisine
637a Modeleurs (sauf modeleurs de métal), mouleurs-noyauteurs à la main, ouvriers qualifiés du travail du verre ou de la céramique à la main
637b Ouvriers d'art
637c Ouvriers et techniciens des spectacles vivants et audiovisuels
637d Ouvriers qualifiés divers de type artisanal
641a Conducteurs routiers et grands routiers (salariés)
641b Conducteurs de véhicule routier de transport en commun (salariés)
642a Conducteurs de taxi (salariés)
642b Conducteurs de voiture particulière (salariés)
643a Conducteurs livreurs, coursiers (salariés)
644a Conducteurs de véhicule de ramassage des ordures ménagères
651a Conducteurs d'engin lourd de levage
651b Conducteurs d'engin lourd de manœuvre
652a Ouvriers qualifiés de la manutention, conducteurs de chariots élévateurs, caristes
652b Dockers
653a Magasiniers qualifiés
655a Autres agents et ouvriers qualifiés (sédentaires) des services d'exploitation des transports
671a Ouvriers non qualifiés des travaux publics de l'État et des collectivités locales
672a Ouvriers non qualifiés de l'électricité et de l'électronique
673a Ouvriers de production non qualifiés travaillant par enlèvement de métal
673b Ouvriers de production non qualifiés travaillant par formage de métal
673c Ouvriers non qualifiés de montage, contrôle en mécanique et travail des métaux
674a Ouvriers de production non qualifiés : chimie, pharmacie, plasturgie
674b Ouvriers de production non qualifiés de la transformation des viandes
674c Autres ouvriers de production non qualifiés : industrie agro-alimentaire
674d Ouvriers de production non qualifiés : métallurgie, production verrière, céramique, matériaux de construction
674e Ouvriers de production non qualifiés : industrie lourde du bois, fabrication des papiers et cartons
675a Ouvriers de production non qualifiés du textile et de la confection, de la tannerie-mégisserie et du travail du cuir
675b Ouvriers de production non qualifiés du travail du bois et de l'ameublement
675c Ouvriers de production non qualifiés de l'imprimerie, presse, édition
676a Manutentionnaires non qualifiés
676b Déménageurs (hors chauffeurs-déménageurs), non qualifiés
676c Ouvriers du tri, de l'emballage, de l'expédition, non qualifiés
676d Agents non qualifiés des services d'exploitation des transports
676e Ouvriers non qualifiés divers de type industriel
681a Ouvriers non qualifiés du gros œuvre du bâtiment
681b Ouvriers non qualifiés du second œuvre du bâtiment
682a Métalliers, serruriers, réparateurs en mécanique non qualifiés
683a Apprentis boulangers, bouchers, charcutiers
684a Nettoyeurs
684b Ouvriers non qualifiés de l'assainissement et du traitement des déchets
685a Ouvriers non qualifiés divers de type artisanal
691a Conducteurs d'engin agricole ou forestier
691b Ouvriers de l'élevage
691c Ouvriers du maraîchage ou de l'horticulture
691d Ouvriers de la viticulture ou de l'arboriculture fruitière
691e Ouvriers agricoles sans spécialisation particulière
691f Ouvriers de l'exploitation forestière ou de la sylviculture
692a Marins-pêcheurs et ouvriers de l'aquaculture
`

export type Job = { code: string; label: string }

export const PCS_ESE: readonly Job[] = LINES.trim()
  .split('\n')
  .map((line) => ({ code: line.slice(0, 4), label: line.slice(5) }))
