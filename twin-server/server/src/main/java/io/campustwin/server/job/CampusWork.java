package io.campustwin.server.job;

import io.campustwin.server.field.TwinPlan;
import io.campustwin.simulator.evaluate.Evaluation;
import io.campustwin.simulator.evaluate.EvaluationResult;
import io.campustwin.simulator.evaluate.Report;
import io.campustwin.simulator.scenario.RecordedRun;
import io.campustwin.simulator.scenario.RunMonitor;
import io.campustwin.simulator.scenario.Scenario;
import io.campustwin.simulator.scenario.ScenarioResult;
import io.campustwin.simulator.scenario.ScenarioRunner;
import io.campustwin.simulator.scenario.Scenarios;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/** Does what a job asks for, on the model and rules of the served campus and an engine of its own. */
final class CampusWork implements JobWork {
  private final TwinPlan plan;
  private final JobFolders folders;

  CampusWork(TwinPlan plan, JobFolders folders) {
    this.plan = plan;
    this.folders = folders;
  }

  @Override
  public Job.Outcome run(Job job, RunMonitor monitor) throws IOException {
    return switch (job.kind()) {
      case SCENARIO -> scenario(job, monitor);
      case EVALUATION -> evaluation(job, monitor);
    };
  }

  private Job.Outcome scenario(Job job, RunMonitor monitor) throws IOException {
    Scenario scenario = Scenarios.find(job.subject()).orElseThrow();
    RecordedRun run =
        ScenarioRunner.record(plan.model(), plan.rules(), scenario, job.seed(), monitor);
    ScenarioResult result = run.result();
    folders.write(job.id(), JobDesk.REPLAY, run.replay().toBytes());
    write(job, JobDesk.RESULT, result.toJson().toString());
    return new Job.Outcome(
        Optional.of(result.isPassed() ? "pass" : "fail"),
        Optional.empty(),
        Optional.empty(),
        Optional.of(result.hash()));
  }

  private Job.Outcome evaluation(Job job, RunMonitor monitor) throws IOException {
    EvaluationResult result = Evaluation.evaluate(
            job.subject(), plan.model(), plan.rules(), job.seed(), monitor)
        .orElseThrow();
    write(job, JobDesk.SHEET, Report.html(result));
    write(job, JobDesk.REPORT, result.toJson().toString());
    return new Job.Outcome(
        Optional.empty(),
        figure(result.awarded()),
        figure(result.max()),
        Optional.of(result.hash()));
  }

  private static Optional<Double> figure(OptionalDouble points) {
    return points.isPresent() ? Optional.of(points.getAsDouble()) : Optional.empty();
  }

  private void write(Job job, String file, String text) throws IOException {
    folders.write(job.id(), file, text.getBytes(StandardCharsets.UTF_8));
  }
}
