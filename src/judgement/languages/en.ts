import type { Language } from './language.ts';

export const english: Language = {
  code: 'en',
  words: {
    common: `the with him her were us a an and or but of to in on at for from as is are was were be been being has have had do does did will
      would can could should may might must this that these those there it its he she they them his her their which
      than then so if when while where why how all any some more most many much few new old good best better first last
      next long short great big small little every each one two three four five ten out up down off over under after
      before between into through without within during again once always still just very too also only own same such
      what who whom your our my me we you us i not no yes nor now today tomorrow yesterday tonight day year spring summer
      autumn winter morning evening night north south east west street road river lake city town village county park
      hello hi dear thanks thank please see read watch listen meet catch join find get make made take here's let's it's`,
    not: `no not never don't won't doesn't isn't aren't cannot can't neither nor without none nothing stopped longer nobody`,
    harmless: `no_later not_later not_only don't_hesitate not_hesitate don't_be_shy no_experience no_matter not_sure
      why_not no_fee not_longer don't_forget not_forget no_more_than not_more_than don't_miss no_need_to_be
      don't_have_to don't_need_to doesn't_have_to no_stupid never_written never_published never_too`,
    we: `we we're we'll we'd we've i i'm i'll`,
    our: `our my`,
    us: `us me our_inbox the_editor the_editors editor@ our_desk to_the_page this_page our_dm our_dms`,
    you: `you your yours you're you've you'd yourself`,
    what: `what whatever whoever anything who whose everything`,
    want: `want* wish* like fancy fancies interested keen ready dream* love would`,
    every: `every each weekly monthly daily week's fortnight* new`,
    other: `another different new other next someone somebody rotating changing then`,
    period: `week* month* day* fortnight* days`,
    with: `with w featuring feat ft meets`,
    by: `by from`,
    about: `about on around concerning regarding how why`,
    weekday: `monday* tuesday* wednesday* thursday* friday* saturday* sunday* mon tue wed thu fri sat sun weekend tonight`,
    month: `january february march april june july august september october november december jan feb mar apr jun jul aug
      sep sept oct nov dec`,
    here: `here hello hi i'm`,
    piece: `article* essay* story stories column* op-ed* oped* memoir* poem* poetry longread* think-piece* feature* opinion*
 guest-post* blogpost* tale* verse* tutorial* review* letter* diary diaries confession* manifesto reflection*
 chronicle* dispatch* reportage* prose fiction nonfiction thread* piece pieces write-up* writing writings
 words_from lines_from by-line report_from long_read long_reads`,
    text: `text* post posts news material* note* contribution* manuscript* draft* idea* topic* submission* proposal* content
 copy tip tips recipe* work works experience* paragraph* finding* photo-story blog blogs entry entries
 report* blurb* abstract* bake* project* memories memory news-item* scoop* lead leads research guide* voice papers anthology anthologies slot slots editorial sketches`,
    author: `author* contributor* contributing writer* columnist* blogger* essayist* byline* voices pens correspondent*
      reporter* freelance* storyteller* poet poets novelist* guest-writer* co-author* wordsmith* scribe* volunteer_writer* newcomer* beginner* first-timer* debut*`,
    writer: `writer author columnist essayist blogger contributor correspondent poet novelist journalist`,
    guest: `guest guests guest-* visiting invited guested special_guest visitor`,
    reader: `reader* subscriber* follower* member* listener* audience community viewer* neighbour* neighbor* resident*
      practitioner* colleague_from user users locals`,
    outside: `outside outsider* external third-party third_party unsolicited stranger* other_people* others outside_our
      freelance* from_elsewhere guest guests`,
    anyone: `anyone anybody everyone everybody all_members any_member all_welcome whoever open_to_all members_post members_can all_of_you post_whatever whoever_wants one_of_you`,
    person: `person people someone somebody host hosts curator* librarian* baker* scientist* voice voices
 member teacher* nurse* farmer* artist* human humans editor keeper* soul* guest guests astronaut*`,
    send: `send sends sent sending e-mail* email* mail mails mailed drop_us drop_me forward* dm ship us_your hand_in post_to
      deliver* reach_us slide_into message_us drop_a drop_your get_in_touch ping ping_us dm_us line_to`,
    write: `write writes writing wrote pen penned blog_for report_for written author_a contribute* contributing pen_a made_by filled_by`,
    tell: `tell tells told share shares sharing shared got_a_story your_turn let_us_know say_it`,
    pitch: `pitch* propos* submit* submission* suggest* contribute contributes contributing apply applies sign_up contribution* contributions`,
    publish: `publish* print prints printing printed run_it runs_it feature_you feature_your put_it_up put_them_up
      put_it_online showcase* carry host_it post_it post_them share_it be_featured get_featured see_it_here air_it
      give_space find_a_home in_print run_your run_them we_run we_share appear_here appear_on appear_in go_up goes_up come_out comes_out post_whatever one_of_you`,
    accept: `accept* consider* receiv* welcome* invit* look_at open_to    `,
    receive: `accept accepts accepting accepted welcome welcomes welcomed considered take_in receive`,
    need: `need* wanted looking look_for looks_for seek* search* missing lack* short_of welcome* invit* wait_for waiting
      hunting recruit* room_for space_for want wants await* on_the_lookout crave* after collecting collect gather*
      calling desperate hungry_for left slots_left places_left`,
    become: `become join* sign_up be_our be_the be_a apply applications enlist register turn_into be_one step_up be_a_guest come_on`,
    call: `call call_for calls_for calling open_call cfp`,
    rules: `guideline* guidance how_to_contribute how_to_submit submission_rules contributor_rules write-for-us
      house_style deadline*`,
    open: `open opens opened reopen* open_for now_open doors_open freely`,
    closed: `closed closes_its shut paused suspended over ended full`,
    only: `only exclusively all everything entirely solely nothing_but always every_word every_line`,
    ourselves: `ourselves in-house inhouse in_house our_team our_staff our_editors our_own our_newsroom staff
      our_editorial team the_editors the_team we_write myself`,
    host: `host* curat* takeover* take_over* taking_over took_over takes_over taken_over handing* hand_over handed
      keys_to guest-edit* at_the_helm in_charge behind_the_account runs_the run_this runs_this tweets_here steer* driving
      driver_seat rotat* rocur mine_for yours_for baton the_account this_account our_account`,
    byline: `words word text story author authors written writes by-line penned column essay reported op-ed told
      contributed article opinion pen commentary guest_post post_by piece_by review_by letter_from dispatch as_told
      guest_column for_us special_to specially_for exclusively_for`,
    speak: `writes write explains explain tells tell remembers recalls shares argues reports reveals reflects describes
 says answers replies recounts looks_back thinks wonders discusses talks_about speaks_about shows takes_us walks_us
 describes teaches weighs sets_out makes_the_case confesses lists chooses`,
    ask: `ask asks asked questions question q&a qa answers quizzed grilled`,
    interview: `interview* in_conversation q&a questions_for questions_to questions_with q_and_a we_asked asked
      sat_down sit_down sits_down we_spoke we_talked we_met talks_to talks_with talked_to talked_with spoke_to spoke_with speaks_to speaks_with chats_with chat_with chatted_with
      we_visited portrait_of profile_of in_dialogue podcast_with conversation_with what_i_learned my_first_job desert_island
      answers_our answers_your one_question three_questions five_questions ten_questions seven_questions joins_us joined_us came_by stopped_by drops_in visits_us spotlight_on in_the_spotlight at_the_microphone at_the_mic things_we_asked q_&_a`,
    talk: `talk* conversation* chat* minutes_with hour_with morning_with day_with afternoon_with evening_with coffee_with
      lunch_with breakfast_with tea_with walk_with visit_to at_home_with meet encounter* catching_up studio_with
      kitchen_with workshop_with a_day_in`,
    episode: `episode* ep eps issue podcast* season part_of_our s1 show_no no instalment pod`,
    credit: `photo* picture* pic pics image* illustration* illustrated illustrator* camera shot shots snapped snap graphic*
      video_by music song* soundtrack cover art artwork drawing* drawn painting* design* designed map* translat* edited
      editing sound directed filmed produced producer recorded lyrics composed source via agency wire courtesy credit
      credits copyright © (c) getty reuters built crafted engraving* poster* sculpture* cartoon* styled styling recipe_by
      baked made_by narrated read_by voiced`,
    contact: `contact* ask_for call tel phone enquir* inquir* info booking* book_at details_from reach speak_to reserv*
      whatsapp press_contact rsvp register`,
    hire: `job jobs hiring hire vacanc* recruit* salary career* wanted_: apprentice* cv résumé resume employ* shift
      full-time part-time position* opening_for`,
    event: `concert* gig* show shows live ticket* doors stage performance* performing performs perform workshop* lecture*
      screening* festival tour reading_at readings exhibition* opening_night matinee* recital* premiere* stars starring
      admission venue demo demonstration* masterclass* signing line-up lineup quartet trio band dj service sermon mass
      choir plays_the on_stage game match fixture class classes`,
    win: `winner* wins won win congrat* prize* giveaway* raffle draw sweepstake* competition contest quiz award* medal*
      shortlist* victor* champion* hamper`,
    staff: `staff team founder* co-founder* ceo director* boss employee* colleague* manager* editor-in-chief editor editors
      apprentice chef_at our_baker our_new owner* intern interns trainee* president chairman chair managing_director
      head_of volunteer* crew host_of sales_team`,
    press: `gazette courier times herald tribune newspaper* paper magazine radio tv telly channel press daily post journal
      page_three front_page on_air broadcast* featured_in interviewed_by in_the_news mentioned reporter_from cover_story
      bbc`,
    life: `born died birthday rip passed_away obituary funeral in_memory anniversary wedding married goal goals scored
      transfer signs_for lap lineup in_memory_of in_memoriam score scores`,
    customer: `customer* client* thanks_@ ordered order bought purchase* delivery parcel testimonial* love_my loving_my
 happy_with recommend my_new got_mine got_my superb delicious best_ever arrived five_stars rating`,
    company: `ltd inc llc plc corp company group club society association council museum school university institute church
      hall hotel restaurant café cafe bar shop store books press gallery theatre theater orchestra radio studio studios
      news media agency service services bank insurance hospital library foundation trust union party ministry festival
      awards league united city weekly gazette courier times wire quarterly brothers sons`,
    errand: `form forms tax taxes vat invoice* order_number orders account_number reading meter* application* cv claim* receipt*
 payment* defective broken faulty return* refund* warrant* homework assignment* exam* measurement* vote* ballot
 registration* booking* complaint* feedback bug* ticket* invoice reference_number password documents
 document* passport signature_on permit* assessment* coursework thesis portfolio_for grant* serial 
 proof_of certificate* timesheet* rsvp deposit photo_of_your order_no serial_no comments comment subscribe subscribing spare`,
    meme: `meme* joke* humour humor funny lol shitpost* gag gags laughs`,
    marked: `#ad ad: sponsored paid_partnership paid_post advert advertisement promoted #sponsored #advertisement
      paid_content advertorial erid in_partnership_with_our #werbung affiliate promo_code`,
    sell: `advertis* sponsor* media_kit mediakit rate_card ratecard rates paid_post* paid_placement* promo promotion* ad ads
      price_list paid partnership* collab* placement* commercial_enquir* banner*`,
  },
};
