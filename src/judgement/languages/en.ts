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
    not: `no not never don't won't doesn't isn't aren't cannot can't neither nor without none nothing stopped longer nobody
      declin* unable
      unanswered unread
      elsewhere some_other_blog some_other_page another_blog wrong_place not_for_us try_another`,
    harmless: `no_later not_later not_only don't_hesitate not_hesitate don't_be_shy no_experience no_matter not_sure
      why_not no_fee not_longer don't_forget not_forget no_more_than not_more_than don't_miss no_need_to_be
      don't_have_to don't_need_to doesn't_have_to no_stupid never_written never_published never_too
      no_strings not_too_late no_word_limit no_deadline not_a_writer nothing_to_lose no_such_thing not_picky
      nothing_too never_stop not_just
      experience_not experience_isn't talent_not degree_not nothing_required not_required not_necessary
      don't_keep don't_sit don't_let don't_hold don't_wait
      never_been_in_print nobody_has_covered you_needn't needn't_be nobody_else
      no_gatekeep*
      don't_pay cannot_pay can't_pay no_pay nothing_previously not_previously not_been_published not_appeared`,
    we: `we we're we'll we'd we've i i'm i'll`,
    our: `our my`,
    us: `us me our_inbox the_editor the_editors editor@ our_desk to_the_page this_page our_dm our_dms
      our_mailbox our_postbox the_desk desk@ the_inbox our_email our_address
      the_admin an_admin admins the_moderators a_moderator mods the_mods our_form private_message
      direct_message dms`,
    you: `you your yours you're you've you'd yourself`,
    what: `what whatever whoever anything who whose everything
      something`,
    want: `want* wish* like fancy fancies interested keen ready dream* love would
      itching longing tempted care_to feel_like hoping wishing would_you`,
    every: `every each weekly monthly daily week's fortnight* new`,
    other: `another different new other next someone somebody rotating changing then
      changes switches
      change passes pass`,
    period: `week* month* day* fortnight* days`,
    with: `with w featuring feat ft meets`,
    by: `by from`,
    about: `about on around concerning regarding how why`,
    weekday: `monday* tuesday* wednesday* thursday* friday* saturday* sunday* mon tue wed thu fri sat sun weekend tonight`,
    month: `january february march april june july august september october november december jan feb mar apr jun jul aug
      sep sept oct nov dec`,
    here: `here hello hi i'm
      place_where space_where page_where
      speaking at_the_keyboard at_the_controls on_deck on_duty reporting_for_duty taking_the_wheel`,
    piece: `article* essay* story stories column* op-ed* oped* memoir* poem* poetry longread* think-piece* feature* opinion*
 guest-post* blogpost* tale* verse* tutorial* review* letter* diary diaries confession* manifesto reflection*
 chronicle*  reportage* prose fiction nonfiction thread* piece pieces write-up* writing writings
 words_from lines_from by-line report_from long_read long_reads
      view_from views_from notes_from a_view account
      guest_post guest_posts travelogue* how-to how-tos case_study case_studies explainer* vignette* anecdote*
      trip_report* field_report* reminiscence* recollection*
      testimony testament_of remembrance* yarn yarns account_of meditation* soliloquy monologue* translation_of
      first-person first_person
      dispatch dispatches`,
    text: `text* post posts news material* note* contribution* manuscript* draft* idea* topic* submission* proposal* content
 copy tip tips recipe* work works experience* paragraph* finding* photo-story blog blogs entry entries
 report* blurb* abstract* bake* project* memories memory news-item* scoop* lead leads research guide* voice papers anthology anthologies slot slots editorial sketches
      your_words your_word want_to_read want_to_hear_your
      knowledge few_words few_lines expertise insight*
      description* portrait* guidebook
      jottings musings learnings
      lines verses scrap scraps yarn yarns ramblings`,
    author: `author* contributor* contributing writer* columnist* blogger* essayist* byline* voices pens correspondent*
      reporter* freelance* storyteller* poet poets novelist* guest-writer* co-author* wordsmith* scribe* volunteer_writer* newcomer* beginner* first-timer* debut*
      by-liner* penfriend* essayists reviewers storytellers scribbler* guest_writers
      new_names fresh_names new_talent
      new_names fresh_names
      citizen_journalist* stringer* penman co-writers
      someone_to_write somebody_to_write people_to_write those_who_write who_can_write who_could_write
      non-writers amateur_writer* professional_writer* born_writer*`,
    writer: `writer author columnist essayist blogger contributor correspondent poet novelist journalist`,
    guest: `guest guests guest-* visiting invited guested special_guest visitor`,
    reader: `reader* subscriber* follower* member* listener* audience community viewer* neighbour* neighbor* resident*
      practitioner* colleague_from user users locals
      mailbag* postbag* letterbox townsfolk villager* parishioner* passenger* customers_write alumni newcomers`,
    outside: `outside outsider* external third-party third_party unsolicited stranger* other_people* others outside_our
      freelance* from_elsewhere guest guests
      collaborations collaboration features partnerships`,
    anyone: `anyone anybody everyone everybody all_members any_member all_welcome whoever open_to_all members_post members_can all_of_you post_whatever whoever_wants one_of_you
      any_of_you anyone_can all_comers all_are_welcome free_for_all whoever_likes
      no_matter_who by_the_community community-written written_by_you`,
    person: `person people someone somebody host hosts curator* librarian* baker* scientist* voice voices
 member teacher* nurse* farmer* artist* human humans editor keeper* soul* guest guests astronaut*
      guest_host successor
      pair_of_hands hands
      blister* somebody_who someone_who`,
    send: `send sends sent sending e-mail* email* mail mails mailed drop_us drop_me forward* dm ship us_your hand_in post_to
      deliver* reach_us slide_into message_us drop_a drop_your get_in_touch ping ping_us dm_us line_to
      mail_in send_in shoot_us toss slip_us pop_it fire_off hand_it let_us_have throw_us lend_us write_in
      leave_us
      post_your post_them_to
      arrived_from came_from came_in reached_us landed
      arrives turns_up comes_in comes_through
      submit_your write_to_us write_to_the contact_the_editor reach_out hit_us_up post_us pass_on_your bring_us
       throw_them throw_your fire_away fire_it fire_them drop_them pop_your bung_it whack_it sling_us
      get_it_to_us get_them_to_us   pass_it_to pass_them_to supply_us furnish
      hand_us hand_over_your surrender lodge entrust pop_into drop_into in_the_inbox into_the_inbox in_our_inbox
      to_our_inbox into_our_inbox over_to_us let_us_see wire_us courier`,
    tag: `tag mention_us mention_me tags`,
    write: `write writes writing wrote pen penned blog_for report_for written author_a contribute* contributing pen_a made_by filled_by
      readers_make make_this
      contributor_to
      types typing
      compose composed
      jot* scribbl* draft drafting sketch_out put_on_paper put_it_on_paper to_paper type_up type_it typed write_down
      dash_off pen_us pen_your wordprocess*`,
    tell: `tell tells told share shares sharing shared got_a_story your_turn let_us_know say_it
      say speak_up speak_your_mind spill get_it_off voice_your describe describe_your
      vent confess rant let_off unload come_clean own_up let_rip grumble
      recount narrate chronicle pass_on_what write_up write_about got_something put_into_words
      put_it_into_words
      lay_out_your explain_your explain_to_our teach_our show_us_how show_our walk_us_through document_your
      document_it`,
    pitch: `pitch* propos* submit* submission* suggest* contribute contributes contributing apply applies sign_up contribution* contributions
      nominat* recommend_a recommend_someone volunteer_your put_yourself put_forward throw_your_hat
      sign_yourself raise_your_hand
      for_submissions submissions_to
      take_up_the_pen take_the_pen grab_a_pen pick_up_a_pen pick_up_your_pen
      put_your_name_down express_interest raise_your volunteer_to_write offer_us`,
    publish: `publish* print prints printing printed run_it runs_it feature_you feature_your put_it_up put_them_up
      put_it_online showcase* carry host_it post_it post_them share_it be_featured get_featured see_it_here air_it
      give_space find_a_home in_print run_your run_them we_run we_share appear_here appear_on appear_in go_up goes_up come_out comes_out post_whatever one_of_you
      repost* re-post* boost_your boost_you boost_it retweet* reshar* re-share* amplif* can_post may_post
      post_here spotlight_your circulate* give_it_a_page its_own_page goes_in_print see_print page_for
      give_you_the_floor the_floor_is pass_it_on pass_them_on
      pages_are_yours page_is_yours stage_is_yours floor_is_yours mic_is_yours column_is_yours space_is_yours
      give_it_room find_room make_room
      members_post get_published be_published
      post_freely post_your we'll_post write_freely
      running_your reprint syndicate give_it_a_home spread_the_word see_the_light
      pass_on_whatever put_out make_public goes_live go_live on_the_home_page home_page on_our_pages it_appears
      appears_under will_appear gets_a_spot becomes_a_post turn_it_into turn_your
      audience deserves_an deserves_a_reader deserves_readers see_them_here read_them_here appear_on_saturday
      becomes_public gets_printed gets_published ends_up_here lands_here given_a_page lend_our_page lend_the_page
      hand_our_page give_our_page set_in_type make_it_public`,
    accept: `accept* consider* receiv* welcome* invit* look_at open_to
      read reads commission*`,
    receive: `accept accepts accepting accepted welcome welcomes welcomed considered take_in receive
      commission
      glad_of glad_to happy_to pleased_with delighted_with always_glad
      gladly_taken gladly_received taken_gladly keen_on always_looking always_open
      happy_with thankful_for grateful_for hungry_for open_to_your`,
    need: `need* wanted looking look_for looks_for seek* search* missing lack* short_of welcome* invit* wait_for waiting
      hunting recruit* room_for space_for want wants await* on_the_lookout crave* after collecting collect gather*
      calling desperate hungry_for left slots_left places_left
      on_the_hunt scouting could_do_with could_use short_on in_search in_need keen_to_read love_to_read
      love_to_hear happy_to_read glad_to_read eager_to
      want_to_read want_to_hear_your
      in_the_market would_love
      calls_for one_short two_short
      still_white still_blank blank_pages white_paper pages_to_fill to_fill empty_pages thin_on keep_an_eye_out_for
      always_after would_rather_hear rather_hear`,
    become: `become join* sign_up be_our be_the be_a apply applications enlist register turn_into be_one step_up be_a_guest come_on`,
    call: `call call_for calls_for calling open_call cfp`,
    rules: `guideline* guidance how_to_contribute how_to_submit submission_rules contributor_rules write-for-us
      house_style deadline*
      submission_guidelines contributor_guidelines how_to_pitch how_it_works house_rules_for word_count
      how_we_work
      unpublished docx rtf`,
    open: `open opens opened reopen* open_for now_open doors_open freely`,
    closed: `closed closes_its shut paused suspended is_over are_over ended full
      have_enough enough_writers enough_authors enough_contributors all_the_writers all_the_authors
      plenty_of_writers plenty_of_authors`,
    only: `only exclusively all everything entirely solely nothing_but always every_word every_line`,
    ourselves: `ourselves in-house inhouse in_house our_team our_staff our_editors our_own our_newsroom staff
      our_editorial team the_editors the_team we_write myself
      is_mine are_mine word_is_mine
      press_office press_department communications_department head_office our_desk_alone`,
    host: `host* curat* takeover* take_over* taking_over took_over takes_over taken_over handing* hand_over handed
      keys_to guest-edit* at_the_helm in_charge behind_the_account runs_the run_this runs_this tweets_here steer* driving
      driver_seat rotat* rocur mine_for yours_for baton the_account this_account our_account
      hands_over passing_the_baton looking_after minding steering_this running_this tweeting_from posting_from
      changes_hands behind_the_wheel over_to sitting_in filling_in at_the_wheel
      holds_the_keys passing_the_keys pass_the_keys hand_the_page hand_our_page the_page_to leave_the_page
      the_feed the_reins keys_this
      wheel helm handlebars keyboard mic reins torch rudder
      in_the_chair takes_the_chair kept_this_time_by has_the_keys moves_to_another until_sunday till_sunday`,
    sign: `byline* your_signature name_in_print your_name_here name_could name_under name_above your_name_in
      pages_are_yours page_is_yours stage_is_yours floor_is_yours mic_is_yours column_is_yours space_is_yours
      yours
      your_own_name under_your_name with_your_name in_your_name name_on_it your_credit full_credit
      credited_to_you your_by-line
      your_name_on
      commas punctuation spelling grammar we_edit we_proofread edit_it polish rough_draft rough_notes typos`,
    byline: `words word text story author authors written writes by-line penned column essay reported op-ed told
      contributed article opinion pen commentary guest_post post_by piece_by review_by letter_from dispatch as_told
      guest_column for_us special_to specially_for exclusively_for
      words_from contribution contributed_by penned_by essay_by column_by from_the_pen from_the_keyboard
      from_the_desk guest_author guest_writer guest_essay guest_piece
      for_this_piece for_this_text for_this_essay for_this_contribution for_the_text for_the_piece
      this_time_by kept_by translated_for_us argues_that entrusted_to_us confided_to_us hands_us reflections_by
      thoughts_by memories_of notebook_of diary_of`,
    speak: `writes write explains explain tells tell remembers recalls shares argues reports reveals reflects describes
 says answers replies recounts looks_back thinks wonders discusses talks_about speaks_about shows takes_us walks_us
 describes teaches weighs sets_out makes_the_case confesses lists chooses
      tackles unpacks muses ponders confides admits insists warns asks_why makes_a_case walks_through digs_into
      looks_at takes_on takes_aim responds breaks_down opens_up lays_out maps traces pleads
      considers meditates contemplates returns_to went_back weighs_up wrestles struggles hails praises revisits
      rethinks celebrates laments dissects outlines introduces recommends advises challenges questions rages
      rails rants settles_a has_a_bone picks
      told admitted admitted confided explained recalled remembered described argued warned showed wondered revealed confessed shared wrote reported reflected recounted answered replied discussed owned_up lets_us_in gave_us`,
    ask: `ask asks asked questions question q&a qa answers quizzed grilled`,
    interview: `interview* in_conversation q&a questions_for questions_to questions_with q_and_a we_asked asked
      sat_down sit_down sits_down we_spoke we_talked we_met talks_to talks_with talked_to talked_with spoke_to spoke_with speaks_to speaks_with chats_with chat_with chatted_with
      we_visited portrait_of profile_of in_dialogue podcast_with conversation_with what_i_learned my_first_job desert_island
      answers_our answers_your one_question three_questions five_questions ten_questions seven_questions joins_us joined_us came_by stopped_by drops_in visits_us spotlight_on in_the_spotlight at_the_microphone at_the_mic things_we_asked q_&_a
      sat_with caught_up_with catches_up_with drops_by dropped_by dropping_by pops_in swings_by joined_by
      joining_us joins_me grilled tells_us told_us interviewee took_our_questions takes_our_questions
      met_up_with face_to_face tête-à-tête got_talking here_with_us with_us_today pays_us_a_visit
      paid_us_a_visit in_their_own_words in_her_own_words in_his_own_words meet_the
      visit_from
      visited_us came_to_see_us came_to_us dropped_in called_on_us
      chatting_with talking_with hosts_a welcomes we_welcome our_guest tells_the_story shares_how spoke_about
      sits_with sat_opposite opens_up_to took_time
      opposite_me opposite_us across_from_me answered_by sits_opposite without_filter no_frills in_the_hot_seat
      pulls_up_a_chair on_the_line on_the_other_end shows_us_round shows_us_around invites_us_in lets_us_in
      opens_the_door`,
    talk: `talk* conversation* chat* minutes_with hour_with morning_with day_with afternoon_with evening_with coffee_with
      lunch_with breakfast_with tea_with walk_with visit_to at_home_with meet encounter* catching_up studio_with
      kitchen_with workshop_with a_day_in
      talking_with talking_to talks_with dinner_with drink_with beer_with pint_with ride_with drive_with
      week_with tour_with
      spoke talked chatted
      coffee_break_with break_with cup_of_tea_with smoke_break_with stroll_with hour_at brew_with`,
    studio: `studio* microphone mic sofa couch armchair hot_seat our_table our_kitchen_table our_guest_chair
      kitchen_table table_and our_kitchen`,
    episode: `episode* ep eps issue podcast* season part_of_our s1 show_no no instalment pod`,
    venue: `page pages issue issues number numbers edition* magazine* column* section* zine* newsletter* anthology anthologies
      channel blog* podcast* programme* broadcast* airtime back_page front_page letterbox* postbox* mailbox* inbox
      rubric* supplement* almanac* bulletin* journal* episode* pages_of pinboard noticeboard* here this_page this_feed
       paper volume reader_corner
      homepage   `,
    room: `room space gap gaps slot slots place places blank empty vacant hole holes spare spot spots berth* home left unfilled
      corner corners free seat_for waiting waits shelf`,
    hear: `hear hearing listen listens listening curious read reads learn learning ears ear know_more interested rather hungry
      eager love_to want_your want_to_know all_ears delighted honoured honored glad`,
    length: `words characters lines signs pages paragraph* word_count lengths strokes keystrokes`,
    count: `two three four five six seven eight nine ten twelve hundred hundreds thousand thousands couple dozen few several`,
    lived: `happened happen happens been seen saw lived survived missed lost left failed learned learnt built grew grown walked
      witnessed remember remembers version were_there was_there went_wrong tried discovered found came_down came_home
      experienced first-hand first_hand memory memories noticed know knows heard met made fixed climbed sailed worked`,
    due: `due deadline* by_the until before closes copy_date press_day copy_for by_friday by_monday closing_date next_deadline
      last_day no_later`,
    goods: `postage shipping price prices discount* voucher* basket cart bill bills sale sales warranty spare_part* mug mugs gift
      gifts kit stock order course courses appointment* insurance lawyer* lawyers electrician* plumber* dentist quote_for
      tickets coach parking catalogue batch batches seats delivered rental rentals repair* mend mends table_is lamp
      handmade wholesale retail
      car cars used_cars flat flats tyre tyres sofa furniture recipe_box menu dish dishes bouquet mortgage loan
      kitchen_units haircut makeover upholster* refurbish* secondhand second-hand bargain* clearance
      collection_only
      prescription prescriptions medicine medicines drugs home_delivery commission commissions commissioned`,
    consume: `listen watch read_on read_our read_the read_here read_about read_more read_it reading follow scroll swipe catch_up explains
      explained wondered browse download click tap tune_in stream liked enjoy enjoyed
      costs_what`,
    react: `comments comment below think_of thoughts favourite* favorite* guess vote votes like_this friend friends reaction* survey
      emoji emojis poll cover tag_a tag_someone thanks thank guessed`,
    released: `out_now is_out is_here just_out new_issue new_episode latest has_arrived arrived out_today online_now is_online
      on_sale did_you more_stories yesterday last_week`,
    credit: `photo* picture* pic pics image* illustration* illustrated illustrator* camera shot shots snapped snap graphic*
      video_by music song* soundtrack cover art artwork drawing* drawn painting* design* designed map* translat* edited
      editing sound directed filmed produced producer recorded lyrics composed source via agency wire courtesy credit
      credits copyright © (c) getty reuters built crafted engraving* poster* sculpture* cartoon* styled styling recipe_by
      baked made_by narrated read_by voiced
      lens stylist retouch* archive* sketch_by lettering typeset infographic* animation* voiceover mixed
      mastered proofread* fact-check* layout dop cinematograph*
      portrait_shot shot_by
      oil_on_canvas etching watercolour portrait_of gift_of donated_by soloist lyricist libretto arranged_by
      performed_by interpreted_by engraver sculptor potter's_mark
      screenplay screenwriter starring cast scenario
      shutter visuals captured_by framed_by through_the_lens seen_through lensed still_from stills freeze-frame
      viewfinder`,
    contact: `contact* ask_for call tel phone enquir* inquir* info booking* book_at details_from reach speak_to reserv*
      whatsapp press_contact rsvp register
      reception front_desk bookings ask_our questions_to inquiries_to sign-up
      at_the_till at_the_counter at_the_desk`,
    hire: `job jobs hiring hire vacanc* recruit* salary wanted_: apprentice* cv résumé resume employ* 
      full-time part-time opening_for
      payroll internship* apprenticeship* full_time part_time join_our_team join_the_team apply_now we're_hiring
      now_hiring seeks_a your_cv cover_letter remote_role permanent_position
      careers career_opportunit* open_position open_positions position_as position_available position_of
      shift_work night_shift_work
      karriere
      half-time salaried wage wages pension_scheme references job_advert`,
    event: `concert* gig* show shows live ticket* doors stage performance* performing performs perform workshop* lecture*
      screening* festival tour reading_at readings exhibition* opening_night matinee* recital* premiere* stars starring
      admission venue demo demonstration* masterclass* signing line-up lineup quartet trio band dj service sermon mass
      choir plays_the on_stage game match fixture class classes
      headliner* encore box_office on_drums on_bass on_cello on_guitar on_piano on_violin premieres book_launch
      open_mic reads_from set_times doors_open
      open_day parade fair market_day rehearsal soloist* conductor conducted conducting orchestra* philharmonic
      duet ensemble choirmaster speaker speakers panel_discussion keynote vernissage retrospective open_studio
      tenor soprano baritone alto accompanist usher`,
    win: `winner* wins won win congrat* prize* giveaway* raffle draw sweepstake* competition contest quiz award* medal*
      shortlist* victor* champion* hamper
      finalist* contestant* jackpot prize-winner* prizewinner*
      first_prize
      runner-up runners-up second_place third_place  drawn_at_random takes_home takes_the_cake
      salesman_of_the_year of_the_year
      silver bronze gold_medal runners_up podium relay congratulations_to employee_of apprentice_of player_of`,
    staff: `staff team founder* co-founder* ceo director* boss employee* colleague* manager* editor-in-chief editor editors
      apprentice chef_at our_baker our_new owner* intern interns trainee* president chairman chair managing_director
      head_of volunteer* crew host_of sales_team
      cfo cto spokesperson spokeswoman spokesman our_captain our_own head_baker head_chef joined_us_as
      joined_our_team joins_our_team new_hire teammate*
      instructor* our_cook our_chef our_doctor our_nurse salesman salesperson foreman headteacher headmaster
      receptionist caretaker secretary treasurer of_the_month_award
      turner employee_spotlight staff_spotlight years_in_dispatch years_with_us our_turner our_vets our_vet`,
    press: `gazette courier times herald tribune newspaper* paper magazine radio tv telly channel press daily post journal
      page_three front_page on_air broadcast* featured_in interviewed_by in_the_news mentioned reporter_from cover_story
      bbc
      guest_on was_a_guest appeared_on featured_on interviewed_on talked_to_the spoke_to_the told_the
      talks_to_the speaks_to_the
      quarterly review_of`,
    life: `born died birthday rip passed_away obituary funeral in_memory anniversary wedding married goal goals scored
      transfer signs_for lap lineup in_memory_of in_memoriam score scores
      mourn* condolence* rest_in_peace in_loving_memory many_happy_returns farewell_to
      mayor minister president striker goalkeeper coach fire_chief police_chief senator governor councillor
      alderman constable sergeant inspector general_secretary chancellor mp line-up kick-off midfielder
      defender scorer hat-trick player_of new_signing laid_to_rest beloved widow`,
    customer: `customer* client* thanks_@ ordered order bought purchase* delivery parcel testimonial* love_my loving_my
 happy_with recommend my_new got_mine got_my superb delicious best_ever arrived five_stars rating
      review_by testimonials in_our_shop in_our_store in_stock on_sale available_now buy_now unboxing ★
      what_buyers
      euro euros € £ pounds
      patient patients guests_say reviews_of stars google_review what_our thank-you_notes
      never_looked_back eggs third_one in_this_house would_buy`,
    company: `ltd inc llc plc corp company group club society association council museum school university institute church
      hall hotel restaurant café cafe bar shop store books press gallery theatre theater orchestra radio studio studios
      news media agency service services bank insurance hospital library foundation trust union party ministry festival
      awards league united city weekly gazette courier times wire quarterly brothers sons
      borough parish police gendarmerie surgery practice_hours clinic  dealership garage motors bakery
      brewery  bookshop conservatory
      pharmacy  chapel mosque synagogue congregation kindergarten hair_salon    
         estate_agent realtor law_firm solicitors notary tax_adviser gym campsite
      hostel cinema opera_house zoo swimming_pool   carpentry taxi ferry_line waterworks`,
    errand: `form forms tax taxes vat invoice* order_number orders account_number reading meter* application* cv claim* receipt*
 defective broken faulty return* refund* warrant* homework assignment* exam* measurement* vote* ballot
 registration* booking* complaint* feedback bug* ticket* invoice reference_number password documents
 document* passport signature_on permit* assessment* coursework thesis portfolio_for grant* serial 
 proof_of certificate* timesheet* rsvp deposit photo_of_your order_no serial_no comments comment subscribe subscribing spare
      parcel* location damage* delivery dimensions timetable size sizes your_order your_meter mailing_list
      calendar
      payment_due your_payment payment_form payment_for subscribe_to
      request requests petition* enquiry enquiries must_be_submitted be_submitted in_writing counter_hours
      office_hours estimate quotation quote_request repair_request survey questionnaire question_about
      questions_about faq reference helpdesk fault faults outage lost_property minutes_of agenda
      referral referrals found_a lost_property_office x-ray* medical_history your_details symptoms glove wallet
      lost_and_found adopt* adopter* adoption* rehome* rehoming test_result*`,
    meme: `meme* joke* humour humor funny lol shitpost* gag gags laughs`,
    marked: `#ad ad: sponsored paid_partnership paid_post advert advertisement promoted #sponsored #advertisement
      paid_content advertorial erid in_partnership_with_our #werbung affiliate promo_code`,
    sell: `advertis* sponsor* media_kit mediakit rate_card ratecard rates paid_post* paid_placement* promo promotion* ad ads
      price_list paid partnership* collab* placement* commercial_enquir* banner*`,
  },
};
