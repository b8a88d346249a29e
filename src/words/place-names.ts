/** Cities with posts, regions, waters and buildings, as titles write them. */
export const placeNames: readonly string[] = `
  Abidjan; Abu Dhabi; Abuja; Accra; Adana; Addis Ababa; Aden; Aleppo; Alexandria; Algiers; Almaty;
  Amman; Amsterdam; Ankara; Antananarivo; Antwerp; Apia; Ashgabat; Asmara; Astana; Asuncion; Athens;
  Auckland; Baghdad; Baku; Bamako; Bandar Seri Begawan; Bangkok; Bangui; Banjul; Barcelona;
  Barranquilla; Basrah; Basra; Beijing; Peking; Beirut; Belfast; Belgrade; Belmopan; Benghazi;
  Benin City; Berlin; Bern; Bilbao; Bishkek; Bissau; Blantyre; Bogota; Bombay; Bonn; Bordeaux;
  Brasilia; Bratislava; Brazzaville; Bremen; Bridgetown; Brisbane; Brussels; Bucharest; Budapest;
  Buenos Aires; Bujumbura; Bukavu; Cairo; Calcutta; Calgary; Canberra; Canton; Cape Town; Caracas;
  Casablanca; Cebu; Charleston; Chengdu; Chennai; Chiang Mai; Chisinau; Ciudad Juarez; Colombo;
  Conakry; Copenhagen; Cordoba; Cotonou; Curacao; Dakar; Damascus; Danang; Da Nang; Dar es Salaam;
  Dhahran; Dhaka; Dacca; Dili; Doha; Douala; Dubai; Dublin; Durban; Dushanbe; Dusseldorf; Edinburgh;
  Frankfurt; Freetown; Fukuoka; Gaborone; Geneva; Genoa; Georgetown; Guadalajara; Guangzhou;
  Guayaquil; Haiphong; Halifax; Hamburg; Hanoi; Harare; Havana; Helsinki; Hermosillo; Hillah;
  Ho Chi Minh; Ho Chi Minh City; Hyderabad; Ibadan; Isfahan; Islamabad; Istanbul; Izmir; Jakarta;
  Jeddah; Jerusalem; Johannesburg; Kabul; Kaduna; Kandahar; Kampala; Karachi; Kathmandu; Khartoum;
  Khorramshahr; Kiev; Kyiv; Kigali; Kinshasa; Kirkuk; Kolkata; Krakow; Kuala Lumpur; Lagos; Lahore;
  La Paz; Leipzig; Leningrad; Libreville; Lilongwe; Lima; Lisbon; Liverpool; Ljubljana; Lome; London;
  Luanda; Lubumbashi; Lusaka; Lyon; Madras; Madrid; Majuro; Malabo; Managua; Manama; Mandalay; Manila;
  Maputo; Maracaibo; Marseille; Maseru; Matamoros; Mazatlan; Mbabane; Medan; Medellin; Melbourne;
  Merida; Milan; Minsk; Mogadishu; Monrovia; Monterrey; Montevideo; Montreal; Moscow; Mosul; Mumbai;
  Munich; Muscat; Nagoya; Naha; Nairobi; Naples; Nassau; N'Djamena; New Delhi; New York; Nha Trang;
  Niamey; Nicosia; Nogales; Nouakchott; Nuevo Laredo; Oporto; Oran; Osaka; Kobe; Oslo; Ottawa;
  Ouagadougou; Palermo; Paramaribo; Paris; Perth; Peshawar; Phnom Penh; Podgorica; Ponta Delgada;
  Port-au-Prince; Port au Prince; Port Louis; Port Moresby; Porto Alegre; Port of Spain; Poznan;
  Prague; Praia; Pretoria; Pristina; Pyongyang; Quebec; Quito; Rabat; Rangoon; Recife; Reykjavik;
  Riga; Rio de Janeiro; Riyadh; Rome; Rotterdam; Saigon; Salzburg; Sanaa; San Francisco; San Jose;
  San Salvador; Santiago; Santo Domingo; Sao Paulo; Sapporo; Sarajevo; Seoul; Seville; Shanghai;
  Shenyang; Shiraz; Skopje; Sofia; Stockholm; St. Petersburg; St Petersburg; Strasbourg; Stuttgart;
  Surabaya; Suva; Sydney; Tabriz; Taipei; Tallinn; Tangier; Tashkent; Tbilisi; Tegucigalpa; Tehran;
  Tel Aviv; The Hague; Thessaloniki; Tijuana; Tirana; Tokyo; Toronto; Trieste; Tripoli; Tunis; Turin;
  Udorn; Ulaanbaatar; Valletta; Vancouver; Vienna; Vientiane; Vilnius; Vladivostok; Warsaw;
  Washington; Wellington; Windhoek; Winnipeg; Yaounde; Yekaterinburg; Yerevan; Zagreb; Zurich;
  Fredville;
  Africa; Antarctica; Arctic; Asia; Europe; Oceania; Latin America; North America; South America;
  Central America; Central Asia; Southeast Asia; South Asia; East Asia; Middle East; Near East;
  Far East; Persian Gulf; Arabian Gulf; Gulf of Tonkin; Tonkin; Gulf of Guinea; Maghreb; Sahel;
  Balkans; Balkan; Baltics; Baltic; Caucasus; Caribbean; Mediterranean; Scandinavia; Iberia; Levant;
  Sinai; Golan; Golan Heights; Kashmir; Punjab; Darfur; Siberia; Crimea; Bavaria; Catalonia; Aceh;
  Xinjiang; Manchuria; Hokkaido; Okinawa; Guam; Hawaii; Alaska; California; Florida; Texas;
  Pacific; Atlantic; Indian Ocean; Black Sea; Red Sea; Caspian; Caspian Sea; South China Sea;
  Mekong; Danube; Nile; Suez; Suez Canal; Panama Canal; Bosporus; Strait of Hormuz; Hormuz; Malacca;
  Spratly; Spratlys; Paracel; Paracels; Central Highlands; Red River; Guantanamo; Camp David;
  White House; Capitol Hill; Pentagon; Kremlin; Elysee; Downing Street; Berlin Wall
`
  .split(';')
  .map((name) => name.trim())
