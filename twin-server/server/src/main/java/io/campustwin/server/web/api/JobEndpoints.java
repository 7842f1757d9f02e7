package io.campustwin.server.web.api;

import io.campustwin.place.Name;
import io.campustwin.server.job.EvaluationJob;
import io.campustwin.server.job.Job;
import io.campustwin.server.job.JobDesk;
import io.campustwin.server.job.JobText;
import io.campustwin.server.security.Action;
import io.campustwin.server.security.Target;
import io.campustwin.server.web.http.Fields;
import io.campustwin.server.web.http.Refusal;
import io.campustwin.server.web.http.Refusals;
import io.campustwin.server.web.http.Reply;
import io.campustwin.server.web.http.Request;
import io.campustwin.server.web.http.Route;
import io.campustwin.simulator.scenario.Scenario;
import io.campustwin.simulator.scenario.Scenarios;
import io.campustwin.standard.Standard;
import io.campustwin.standard.Standards;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;

/** Scenario runs and evaluations: asked for, followed, ended, and what came of them. The live twin is not touched. */
public final class JobEndpoints {
  private static final Name SCENARIO = new Name("场景", "scenario");
  private static final Name STANDARD = new Name("标准", "standard");
  private static final Name RUN = new Name("场景运行", "scenario run");
  private static final Name EVALUATION = new Name("评价", "evaluation");
  private static final long USUAL_SEED = 1;

  private final Context context;
  private final JobDesk jobs;

  public JobEndpoints(Context context) {
    this.context = context;
    this.jobs = context.jobs();
  }

  public List<Route> routes() {
    Set<String> paging = Set.of("limit", "cursor");
    Job.Kind run = Job.Kind.SCENARIO;
    Job.Kind evaluation = Job.Kind.EVALUATION;
    return List.of(
        Route.get("/scenarios", Set.of(), JobEndpoints::scenarios),
        Route.getLater("/scenario-runs", paging, request -> list(request, run)),
        Route.post("/scenario-runs", this::run),
        Route.getLater("/scenario-runs/{id}", Set.of(), request -> get(request, run)),
        Route.delete("/scenario-runs/{id}", request -> end(request, run)),
        document("/scenario-runs/{id}/result", run, JobDesk.RESULT),
        document("/scenario-runs/{id}/replay", run, JobDesk.REPLAY),
        Route.get("/standards", Set.of(), JobEndpoints::standards),
        Route.getLater("/evaluations", paging, request -> list(request, evaluation)),
        Route.post("/evaluations", this::evaluate),
        Route.getLater("/evaluations/{id}", Set.of(), request -> get(request, evaluation)),
        Route.delete("/evaluations/{id}", request -> end(request, evaluation)),
        document("/evaluations/{id}/report", evaluation, JobDesk.REPORT),
        Route.getLater("/evaluations/{id}/report.html", Set.of(), this::page));
  }

  private static void require(Request request) {
    request.require(Action.SIMULATE, Target.CAMPUS, "simulation");
  }

  private static Reply scenarios(Request request) {
    require(request);
    return Reply.list(Scenarios.list(), JobEndpoints::view, null);
  }

  private static JsonObject view(Scenario scenario) {
    JsonObject json = new JsonObject()
        .put("id", scenario.id())
        .put("name", Views.of(scenario.name()))
        .put("clock", "virtual")
        .put("seed", scenario.seed())
        .put("seconds", scenario.seconds())
        .put("start", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(scenario.start()))
        .put("rules", scenario.rules().size());
    scenario.about().ifPresent(about -> json.put("about", Views.of(about)));
    return json;
  }

  private static Reply standards(Request request) {
    require(request);
    return Reply.list(Standards.list(), JobEndpoints::view, null);
  }

  private static JsonObject view(Standard standard) {
    OptionalDouble max = standard.scoring().total();
    return new JsonObject()
        .put("id", standard.id())
        .put("title", Views.of(standard.title()))
        .put("indicators", standard.indicators().size())
        .put("scored", EvaluationJob.isScored(standard.id()))
        .put("max", max.isPresent() ? max.getAsDouble() : null);
  }

  private Future<Reply> list(Request request, Job.Kind kind) {
    require(request);
    return context.later(() -> {
      Page<Job> page = Page.of(request, jobs.list(kind));
      return Reply.list(page.items(), JobText::of, page.next());
    });
  }

  private Future<Reply> run(Request request) {
    return permitted(request, "scenario").compose(may -> {
      Fields fields = request.fields("scenario", "seed");
      String id = fields.text("scenario", 64);
      Scenario scenario = Scenarios.find(id).orElseThrow(() -> Refusals.unknown(SCENARIO, id));
      long seed = fields.whole("seed", scenario.seed());
      return ask(new Job.Ask(
          Job.Kind.SCENARIO, id, scenario.name(), seed, request.principal().name()));
    });
  }

  private Future<Reply> evaluate(Request request) {
    return permitted(request, "evaluation").compose(may -> {
      Fields fields = request.fields("standard", "seed");
      String id = fields.text("standard", 64);
      Standard standard = Standards.find(id).orElseThrow(() -> Refusals.unknown(STANDARD, id));
      if (!EvaluationJob.isScored(id)) {
        throw notScored(id);
      }
      long seed = fields.whole("seed", USUAL_SEED);
      return ask(new Job.Ask(
          Job.Kind.EVALUATION, id, standard.title(), seed, request.principal().name()));
    });
  }

  private static Refusal notScored(String id) {
    return Refusals.of(
        422,
        "not-scored",
        "本版本不能为标准“" + id + "”评分；可评分的标准见 /api/v1/standards",
        "this version does not score the standard '" + id + "'; /api/v1/standards says which ones");
  }

  private Future<Reply> ask(Job.Ask ask) {
    return context.later(() -> jobs.ask(ask).orElseThrow(JobEndpoints::full)).compose(job -> context
        .audited(ask.user(), "simulate", job.id(), "ok", ask.subject() + " seed " + ask.seed())
        .map(done -> Reply.of(202, JobText.of(job))));
  }

  private static Refusal full() {
    return Refusals.of(
        429,
        "queue-full",
        "已有 " + JobDesk.LONGEST_QUEUE + " 个任务在排队；请稍后再试，或取消其中的任务",
        JobDesk.LONGEST_QUEUE + " jobs wait already; try again later, or cancel one of them");
  }

  private Future<Reply> get(Request request, Job.Kind kind) {
    require(request);
    return context.later(() -> Reply.of(JobText.of(find(request, kind))));
  }

  private Future<Reply> end(Request request, Job.Kind kind) {
    String user = request.principal().name();
    return permitted(request, request.path("id"))
        .compose(may -> context.later(() -> {
          Job job = find(request, kind);
          jobs.end(job);
          return job;
        }))
        .compose(job -> context.audited(
            user,
            "end-simulation",
            job.id(),
            "ok",
            job.subject() + " " + job.state().word()))
        .map(done -> Reply.empty());
  }

  /** Refuses who may not, and keeps the try in the audit. */
  private Future<Void> permitted(Request request, String target) {
    try {
      require(request);
      return Future.succeededFuture();
    } catch (Refusal denied) {
      return context
          .audit(request.principal().name(), "simulate", target, "denied", denied.code())
          .transform(done -> Future.failedFuture(denied));
    }
  }

  private Job find(Request request, Job.Kind kind) {
    String id = request.path("id");
    Name what = kind == Job.Kind.SCENARIO ? RUN : EVALUATION;
    return jobs.find(kind, id).orElseThrow(() -> Refusals.unknown(what, id));
  }

  private Route document(String path, Job.Kind kind, String file) {
    return Route.getLater(
        path,
        Set.of(),
        request -> later(request, () -> Reply.ofJson(jobs.read(finished(request, kind), file))));
  }

  private Future<Reply> page(Request request) {
    return later(request, () -> {
      Job job = finished(request, Job.Kind.EVALUATION);
      String campus = context.twin().model().campus().id();
      return Reply.ofPage(
          jobs.read(job, JobDesk.SHEET), job.subject() + "-" + campus + "-" + job.seed() + ".html");
    });
  }

  private Future<Reply> later(Request request, Callable<Reply> work) {
    require(request);
    return context.later(work);
  }

  private Job finished(Request request, Job.Kind kind) {
    Job job = find(request, kind);
    if (job.state() == Job.State.DONE) {
      return job;
    }
    throw Optional.of(job.state())
        .filter(Job.State::isFinal)
        .map(over -> Refusals.of(
            409,
            "no-result",
            "任务未完成，没有结果；请重新运行",
            "the job did not come to its end and has no result; run it again"))
        .orElseGet(() -> Refusals.of(
            409,
            "not-finished",
            "任务尚未完成（" + job.percent() + "%）；请稍后再取结果",
            "the job is not finished (" + job.percent() + " %); ask for its result later"));
  }
}
