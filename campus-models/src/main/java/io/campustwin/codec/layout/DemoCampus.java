package io.campustwin.codec.layout;


import io.campustwin.place.Name;
import io.campustwin.place.SpaceKind;
import java.util.ArrayList;
import java.util.List;

/** The demo school: nine years of four classes, teaching, laboratory, canteen and dormitory buildings. */
final class DemoCampus {
  private static final String[] GRADES = {"一", "二", "三", "四", "五", "六", "七", "八", "九"};

  private static final String FACTS = """
        students: 1620
        teachers: 128
        classes: 36
        studentsByStage: {primary: 1080, junior: 540}
        classesByStage: {primary: 24, junior: 12}
        teacherComputers: 128
        studentComputersByStage: {primary: 150, junior: 98}
        teachingTerminalsPerClass: 1
        exitBandwidthMbps: 2000
        interconnectMbps: 1000
        allOptical: false
        networkKinds: [internet, iot, broadcast, security]
        wlanSegments: [office, teaching, function]
        videoRetentionDays: 90
        logRetentionMonths: 6
        realNameAccessShare: 100
        policeLink: true
        digitalTwin: true
        gis3d: true
        spaceRoles:
          recording-classroom: [B201]
          digital-reading: [B301]
          language-lab: [B108]
          digital-science-lab: [B102, B103, B104]
          ai-classroom: [B202]
          cross-subject: [B203]
          vr-ar-lab: [B204]
          club: [A112]
          study: [A212]
          moral: [A312]
          culture: [A412]
          hall: [B305]
          meeting-room: [B303, B304]
          library: [B301]
      """;

  private DemoCampus() {}

  static CampusSpec spec() {
    return new CampusSpec(
        "demo",
        new Name("云溪实验学校", "Yunxi Experimental School"),
        List.of("primary", "junior"),
        FACTS,
        300,
        240,
        new CampusSpec.Rectangle(170, 120, 110, 80),
        12,
        List.of(teaching(), laboratories(), canteen(), dormitory()));
  }

  private static BuildingSpec teaching() {
    List<List<RoomSpec>> storeys = new ArrayList<>();
    String[][] activity = {
      {"社团活动室", "Club room"},
      {"自主学习室", "Study room"},
      {"德育活动室", "Moral education room"},
      {"文化体验室", "Culture room"}
    };
    for (int level = 0; level < 4; level++) {
      List<RoomSpec> rooms = new ArrayList<>();
      for (int i = 0; i < 9; i++) {
        rooms.add(classroom(level * 9 + i));
      }
      rooms.add(RoomSpec.of(SpaceKind.OFFICE, "教师办公室1", "Teachers' office 1"));
      rooms.add(RoomSpec.of(SpaceKind.OFFICE, "教师办公室2", "Teachers' office 2"));
      rooms.add(RoomSpec.of(SpaceKind.ACTIVITY_ROOM, activity[level][0], activity[level][1]));
      rooms.add(RoomSpec.of(SpaceKind.TOILET, "男卫生间", "Boys' toilets"));
      rooms.add(RoomSpec.of(SpaceKind.TOILET, "女卫生间", "Girls' toilets"));
      storeys.add(rooms);
    }
    return new BuildingSpec(
        "A", new Name("教学楼", "Teaching building"), "teaching", 40, 60, 8, 3.9, storeys);
  }

  private static RoomSpec classroom(int index) {
    int grade = index / 4;
    int number = index % 4 + 1;
    return RoomSpec.of(
        SpaceKind.CLASSROOM,
        GRADES[grade] + "年级" + number + "班",
        "Class " + (grade + 1) + "-" + number);
  }

  private static BuildingSpec laboratories() {
    List<RoomSpec> ground = List.of(
        RoomSpec.of(SpaceKind.CONTROL_ROOM, "消防安防控制室", "Security control room"),
        RoomSpec.of(SpaceKind.LABORATORY, "物理实验室", "Physics laboratory"),
        RoomSpec.of(SpaceKind.LABORATORY, "化学实验室", "Chemistry laboratory"),
        RoomSpec.of(SpaceKind.LABORATORY, "生物实验室", "Biology laboratory"),
        RoomSpec.of(SpaceKind.STORE, "实验器材室", "Laboratory store"),
        RoomSpec.of(SpaceKind.STORE, "药品室", "Chemicals store"),
        RoomSpec.of(SpaceKind.COMPUTER_ROOM, "计算机教室1", "Computer room 1"),
        RoomSpec.of(SpaceKind.COMPUTER_ROOM, "语言教室", "Language laboratory"),
        RoomSpec.of(SpaceKind.MACHINE_ROOM, "网络中心机房", "Data centre"),
        RoomSpec.of(SpaceKind.PLANT_ROOM, "冷热源机房", "Plant room"),
        RoomSpec.of(SpaceKind.TOILET, "男卫生间", "Men's toilets"),
        RoomSpec.of(SpaceKind.TOILET, "女卫生间", "Women's toilets"));
    List<RoomSpec> second = List.of(
        RoomSpec.of(SpaceKind.CLASSROOM, "录播教室", "Recording classroom"),
        RoomSpec.of(SpaceKind.ACTIVITY_ROOM, "人工智能教室", "AI classroom"),
        RoomSpec.of(SpaceKind.ACTIVITY_ROOM, "创客空间", "Maker space"),
        RoomSpec.of(SpaceKind.COMPUTER_ROOM, "虚拟现实实验室", "VR laboratory"),
        RoomSpec.of(SpaceKind.COMPUTER_ROOM, "计算机教室2", "Computer room 2"),
        RoomSpec.of(SpaceKind.ART_ROOM, "美术教室1", "Art room 1"),
        RoomSpec.of(SpaceKind.ART_ROOM, "美术教室2", "Art room 2"),
        RoomSpec.of(SpaceKind.MUSIC_ROOM, "音乐教室1", "Music room 1"),
        RoomSpec.of(SpaceKind.MUSIC_ROOM, "音乐教室2", "Music room 2"),
        RoomSpec.of(SpaceKind.OFFICE, "教研办公室", "Research office"),
        RoomSpec.of(SpaceKind.TOILET, "男卫生间", "Men's toilets"),
        RoomSpec.of(SpaceKind.TOILET, "女卫生间", "Women's toilets"));
    List<RoomSpec> third = List.of(
        RoomSpec.of(SpaceKind.LIBRARY, "图书馆", "Library"),
        RoomSpec.of(SpaceKind.LIBRARY, "阅览室", "Reading room"),
        RoomSpec.of(SpaceKind.MEETING_ROOM, "会议室1", "Meeting room 1"),
        RoomSpec.of(SpaceKind.MEETING_ROOM, "会议室2", "Meeting room 2"),
        RoomSpec.of(SpaceKind.HALL, "报告厅", "Lecture hall"),
        RoomSpec.of(SpaceKind.OFFICE, "校长办公室", "Head's office"),
        RoomSpec.of(SpaceKind.OFFICE, "教务处", "Academic affairs"),
        RoomSpec.of(SpaceKind.OFFICE, "总务处", "General affairs"),
        RoomSpec.of(SpaceKind.OFFICE, "财务室", "Finance office"),
        RoomSpec.of(SpaceKind.OFFICE, "信息中心", "Information centre"),
        RoomSpec.of(SpaceKind.TOILET, "男卫生间", "Men's toilets"),
        RoomSpec.of(SpaceKind.TOILET, "女卫生间", "Women's toilets"));
    return new BuildingSpec(
        "B",
        new Name("实验行政楼", "Laboratory and administration building"),
        "laboratory",
        40,
        110,
        8,
        3.9,
        List.of(ground, second, third));
  }

  private static BuildingSpec canteen() {
    List<List<RoomSpec>> storeys = new ArrayList<>();
    for (int level = 1; level <= 2; level++) {
      storeys.add(List.of(
          RoomSpec.of(
              SpaceKind.CANTEEN,
              level == 1 ? "学生餐厅" : "教工餐厅",
              level == 1 ? "Pupils' canteen" : "Staff canteen"),
          RoomSpec.of(SpaceKind.KITCHEN, "厨房", "Kitchen"),
          RoomSpec.of(SpaceKind.STORE, "食品库", "Food store"),
          RoomSpec.of(SpaceKind.OFFICE, "餐厅办公室", "Canteen office"),
          RoomSpec.of(SpaceKind.TOILET, "卫生间", "Toilets")));
    }
    return new BuildingSpec("C", new Name("食堂", "Canteen"), "canteen", 40, 155, 12, 4.5, storeys);
  }

  private static BuildingSpec dormitory() {
    List<List<RoomSpec>> storeys = new ArrayList<>();
    for (int level = 1; level <= 3; level++) {
      List<RoomSpec> rooms = new ArrayList<>();
      for (int i = 1; i <= 14; i++) {
        String number = String.format(java.util.Locale.ROOT, "%d%02d", level, i);
        rooms.add(RoomSpec.of(SpaceKind.DORMITORY, "宿舍" + number, "Dormitory " + number));
      }
      rooms.add(RoomSpec.of(SpaceKind.OFFICE, "宿管室", "Warden's room"));
      rooms.add(RoomSpec.of(SpaceKind.TOILET, "盥洗室", "Washroom"));
      storeys.add(rooms);
    }
    return new BuildingSpec(
        "D", new Name("宿舍楼", "Dormitory"), "dormitory", 100, 200, 6.5, 3.6, storeys);
  }
}
