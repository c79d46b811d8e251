using System.Text.Json;
using System.Text.Json.Nodes;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>Does by hand what the recorded worker did, so that a job comes out as it was recorded.</summary>
internal sealed class GoldenWorker(TestController controller, GoldenMatch match)
{
    public async Task<WorkerInfo> RegisterAsync(string placeholder, string name, int slots = 1)
    {
        WorkerInfo worker = await controller.RegisterAsync(name, slots);
        match.Bind(placeholder, worker.Id.ToString());
        return worker;
    }

    /// <summary>Submits a job as an answer shows it.</summary>
    public async Task<Job> SubmitAsync(string placeholder, JsonObject shown)
    {
        JsonObject submission = GoldenSubmission.Of(shown);
        HttpResponseMessage answer =
            await controller.PostTextAsync("/v1/jobs", match.Fill(GoldenJson.Text(submission)));
        string text = await answer.Content.ReadAsStringAsync(TestController.Stop);
        Assert.True(answer.IsSuccessStatusCode, text);
        Job job = JsonSerializer.Deserialize(text, WireJson.Default.Job)!;
        match.Bind(placeholder, job.Id.ToString());
        return job;
    }

    /// <summary>Submits a job of tasks that run <c>true</c>.</summary>
    public async Task<Job> SubmitAsync(string placeholder, string name, params string[] tasks)
    {
        Job job = await controller.SubmitAsync(new JobSubmit
        {
            Name = name,
            Tasks = [.. tasks.Select(task => new TaskSubmit
            {
                Name = task,
                Command = new CommandSpec { Executable = "true" },
            })],
        });
        match.Bind(placeholder, job.Id.ToString());
        return job;
    }

    public async Task<TaskLease> LeaseAsync(WorkerInfo worker, string? token = null)
    {
        TaskLease lease = await controller.LeaseAsync(worker) ?? throw new InvalidOperationException("nothing to do");
        if (token is not null)
            match.Bind(token, lease.LeaseToken);
        return lease;
    }

    /// <summary>Leases the next task and completes it, without having started it.</summary>
    public async Task RunAsync(WorkerInfo worker, int exitCode = 0)
    {
        TaskLease lease = await LeaseAsync(worker);
        var complete = new TaskComplete
        {
            WorkerId = worker.Id,
            LeaseToken = lease.LeaseToken,
            ExitCode = exitCode,
        };
        await controller.PostAsync($"/v1/tasks/{lease.Task.Id}/complete", complete,
            WireJson.Default.TaskComplete, WireJson.Default.TaskInfo);
    }

    /// <summary>Runs the next task as its recorded attempt says; in between its worker writes its log.</summary>
    public async Task RunAsRecordedAsync(WorkerInfo worker, JsonNode task, Func<string, Task> log)
    {
        JsonNode attempt = task["attempt_records"]![0]!;
        TaskLease lease = await LeaseAsync(worker);
        await log("leased");
        if (attempt["started_at"] is not null)
            await controller.StartedAsync(lease);
        await log("started");
        var complete = new JsonObject
        {
            ["worker_id"] = worker.Id.ToString(),
            ["lease_token"] = lease.LeaseToken,
        };
        foreach (string field in new[] { "exit_code", "stdout_tail", "stderr_tail", "artifacts" })
            complete[field] = attempt[field]?.DeepClone();
        string body = match.Fill(GoldenJson.Text(complete)).Replace("<time>", "2026-01-02T03:04:05Z");
        HttpResponseMessage answer = await controller.PostTextAsync($"/v1/tasks/{lease.Task.Id}/complete", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestController.Stop));
    }
}
