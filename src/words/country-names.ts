/** Names of countries and territories, past and present, as titles write them. */
export const countryNames: readonly string[] = list(`
  Abkhazia; Afghanistan; Albania; Algeria; America; Andorra; Angola; Anguilla; Antigua; Argentina;
  Armenia; Aruba; Australia; Austria; Azerbaijan; Bahamas; Bahrain; Bangladesh; Barbados; Barbuda;
  Belarus; Belgium; Belize; Benin; Bermuda; Bhutan; Bolivia; Bosnia; Botswana; Brazil; Britain;
  Brunei; Bulgaria; Burkina Faso; Burma; Burundi; Byelorussia; Cambodia; Cameroon; Canada;
  Cape Verde; Cayman Islands; Central African Republic; Ceylon; Chad; Chechnya; Chile; China;
  Colombia; Comoros; Congo; Costa Rica; Cote d'Ivoire; Croatia; Cuba; Cyprus; Czechoslovakia;
  Czech Republic; Dahomey; Denmark; Djibouti; Dominica; Dominican Republic; East Germany; East Timor;
  Ecuador; Egypt; El Salvador; England; Equatorial Guinea; Eritrea; Estonia; Eswatini; Ethiopia;
  Falkland Islands; Falklands; Fiji; Finland; France; Gabon; Gambia; Gaza; Georgia; Germany; Ghana;
  Gibraltar; Great Britain; Greece; Greenland; Grenada; Guadeloupe; Guatemala; Guinea; Guinea-Bissau;
  Guyana; Haiti; Herzegovina; Holland; Holy See; Honduras; Hong Kong; Hungary; Iceland; India;
  Indochina; Indonesia; Iran; Iraq; Ireland; Israel; Italy; Ivory Coast; Jamaica; Japan; Jordan;
  Kazakhstan; Kenya; Kiribati; Korea; Kosovo; Kurdistan; Kuwait; Kyrgyzstan; Laos; Latvia; Lebanon;
  Lesotho; Liberia; Libya; Liechtenstein; Lithuania; Luxembourg; Macao; Macau; Macedonia; Madagascar;
  Malawi; Malaya; Malaysia; Maldives; Mali; Malta; Marshall Islands; Martinique; Mauritania;
  Mauritius; Mexico; Micronesia; Moldova; Monaco; Mongolia; Montenegro; Morocco; Mozambique; Myanmar;
  Nagorno-Karabakh; Namibia; Nauru; Nepal; Netherlands; New Caledonia; New Zealand; Nicaragua; Niger;
  Nigeria; North Korea; North Vietnam; Northern Ireland; Norway; Oman; Ossetia; Pakistan; Palau;
  Palestine; Panama; Papua New Guinea; Paraguay; Peru; Philippines; Poland; Portugal; Puerto Rico;
  Qatar; Rhodesia; Romania; Russia; Russian Federation; Rwanda; Samoa; San Marino; Sao Tome; Sahara;
  Saudi Arabia; Scotland; Senegal; Serbia; Seychelles; Siam; Sierra Leone; Singapore; Slovakia;
  Slovenia; Solomon Islands; Somalia; Somaliland; South Africa; South Korea; South Ossetia;
  South Sudan; South Vietnam; Soviet Union; Spain; Sri Lanka; St. Kitts; St. Lucia; St. Vincent;
  Sudan; Suriname; Swaziland; Sweden; Switzerland; Syria; Taiwan; Tajikistan; Tanganyika; Tanzania;
  Thailand; Tibet; Timor; Timor-Leste; Togo; Tonga; Transnistria; Trinidad; Tobago; Tunisia; Turkey;
  Turkmenistan; Tuvalu; Uganda; Ukraine; United Arab Emirates; United Kingdom; United States;
  United States of America; Upper Volta; Uruguay; Uzbekistan; Vanuatu; Vatican; Venezuela; Vietnam;
  Viet Nam; Viet-Nam; Wales; West Bank; West Germany; West Indies; Western Sahara; Yemen; Yugoslavia;
  Zaire; Zambia; Zanzibar; Zimbabwe; Ruritania; Freedonia
`)

/** Names of peoples and their adjectives; an -s after one is its plural. */
export const demonyms: readonly string[] = list(`
  Abkhaz; Afghan; African; Albanian; Algerian; American; Angolan; Arab; Arabian; Argentine;
  Argentinian; Armenian; Asian; Australian; Austrian; Azerbaijani; Azeri; Bahraini; Bangladeshi;
  Basque; Belarusian; Belgian; Bolivian; Bosniak; Bosnian; Brazilian; British; Briton; Bulgarian;
  Burmese; Burundian; Cambodian; Cameroonian; Canadian; Catalan; Caucasian; Chadian; Chechen; Chilean;
  Chinese; Colombian; Congolese; Croat; Croatian; Cuban; Cypriot; Czech; Czechoslovak; Dane; Danish;
  Djiboutian; Dominican; Dutch; Ecuadorian; Egyptian; Emirati; English; Eritrean; Estonian; Ethiopian;
  European; Fijian; Filipino; Finn; Finnish; French; Gabonese; Gambian; Georgian; German; Ghanaian;
  Greek; Guatemalan; Guinean; Guyanese; Haitian; Hazara; Honduran; Hungarian; Hutu; Icelandic; Indian;
  Indonesian; Iranian; Iraqi; Irish; Israeli; Italian; Ivorian; Jamaican; Japanese; Jordanian; Kazakh;
  Kenyan; Khmer; Korean; Kosovar; Kurd; Kurdish; Kuwaiti; Kyrgyz; Lao; Laotian; Latvian; Lebanese;
  Liberian; Libyan; Lithuanian; Macedonian; Malagasy; Malawian; Malay; Malaysian; Maldivian; Malian;
  Maltese; Mauritanian; Mauritian; Mexican; Moldovan; Mongolian; Montenegrin; Montagnard; Moroccan;
  Mozambican; Namibian; Nepalese; Nepali; Nicaraguan; Nigerian; Nigerien; Norwegian; Omani; Ossetian;
  Pakistani; Palestinian; Panamanian; Paraguayan; Pashtun; Persian; Peruvian; Philippine; Polish;
  Portuguese; Qatari; Roma; Romanian; Russian; Rwandan; Salvadoran; Samoan; Saudi; Scottish; Senegalese;
  Serb; Serbian; Singaporean; Slovak; Slovene; Slovenian; Somali; Soviet; Spanish; Sudanese; Surinamese;
  Swazi; Swede; Swedish; Swiss; Syrian; Taiwanese; Tajik; Tamil; Tanzanian; Tatar; Thai; Tibetan;
  Timorese; Togolese; Tongan; Tuareg; Tunisian; Turk; Turkish; Turkmen; Tutsi; Uighur; Uyghur; Ugandan;
  Ukrainian; Uruguayan; Uzbek; Venezuelan; Vietnamese; Welsh; Yazidi; Yemeni; Yugoslav; Zairian;
  Zambian; Zimbabwean; Ruritanian; Freedonian
`)

function list(text: string): readonly string[] {
  return text.split(';').map((name) => name.trim())
}
