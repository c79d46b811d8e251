using System.Text.Json.Nodes;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Options;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Golden;

/// <summary>What the original answered about health and jobs.</summary>
public sealed class GoldenJobTests
{
    [Fact]
    public async Task Health()
    {
        await using TestController controller = await TestController.StartAsync(
            change: options => options with { Storage = StorageKind.Memory });
        var replay = new GoldenReplay(controller, "health");
        // Any web page could run commands on the farm.
        replay.Better["cross-origin read"] = new(Status: 403);
        replay.Better["cross-origin preflight"] = new(Status: 403);
        // Is answered here by a controller with memory storage too.
        replay.Better["health with sqlite storage"] =
            new(Change: health => health["scheduler"]!["backend"] = "memory");
        await replay.PlayAsync();
        HttpResponseMessage answer = await replay.SendAsync(replay.File.Pair("wrong method"));
        Assert.Equal(["GET", "HEAD", "POST"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task Direct_submissions()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "jobs-submit-direct");
        replay.Better["empty names are accepted"] = new(Status: 400);
        replay.Better["a cycle of dependencies is accepted (and never runs)"] = new(Status: 400);
        await replay.PlayAsync();
    }

    [Fact]
    public async Task OpenJD_submissions()
    {
        await using TestController controller = await TestController.StartAsync();
        await new GoldenReplay(controller, "jobs-submit-openjd").PlayAsync();
    }

    [Fact]
    public async Task Refused_submissions()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "jobs-invalid");
        // Submissions may be larger here, and this one is no JSON.
        replay.Better["too large a body"] = new(Status: 400);
        await replay.PlayAsync();
        Assert.Empty(await controller.GetAsync("/v1/jobs", WireJson.Default.IReadOnlyListJob));
    }

    [Fact]
    public async Task Listing_and_reading()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "jobs-list-get");
        var worker = new GoldenWorker(controller, replay.Match);
        replay.Before["list"] = async () =>
        {
            foreach (JsonNode? job in replay.File.Pair("list").Json!.AsArray().Reverse())
                await worker.SubmitAsync(job!["id"]!.ToString(), job.AsObject());
        };
        replay.Better["malformed id"] = new(Status: 404);
        await replay.PlayAsync();
    }

    [Fact]
    public async Task Actions()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "jobs-actions");
        var hand = new GoldenWorker(controller, replay.Match);
        WorkerInfo worker = await hand.RegisterAsync("<worker-w>", "w");
        replay.Before["pause"] = () => hand.SubmitAsync("<job-a>", "a", "t");
        replay.Before["cancel a succeeded job"] = async () =>
        {
            await hand.SubmitAsync("<job-done>", "done", "t");
            await hand.RunAsync(worker);
        };
        replay.Before["pause a failed job"] = async () =>
        {
            await hand.SubmitAsync("<job-failed>", "failed", "t");
            await hand.RunAsync(worker, exitCode: 1);
        };
        await replay.PlayAsync();
    }

    [Fact]
    public async Task Cancelling_and_requeueing_under_a_live_lease()
    {
        await using TestController controller = await TestController.StartAsync();
        var replay = new GoldenReplay(controller, "tasks-cancel-requeue");
        var hand = new GoldenWorker(controller, replay.Match);
        WorkerInfo worker = await hand.RegisterAsync("<worker>", "hand");
        SetScenes(replay, hand, worker, controller);
        replay.Better["started after the cancel"] = new(Change: task =>
        {
            task["state"] = "cancelled";
            task["started_at"] = null;
            task["attempt_records"]![0]!["state"] = "cancelled";
            task["attempt_records"]![0]!["started_at"] = null;
        });
        replay.Better["a paused job after its leased task reports started"] =
            new(Change: job => job["state"] = "paused");
        // The other task goes on: the job fails once nothing of it can.
        replay.Better["one of two independent tasks failed"] = new(Change: job =>
        {
            job["state"] = "running";
            job["tasks"]![0]!["state"] = "failed";
            job["tasks"]![1]!["state"] = "pending";
        });
        await replay.PlayAsync();
    }

    private static void SetScenes(
        GoldenReplay replay, GoldenWorker hand, WorkerInfo worker, TestController controller)
    {
        Contracts.Leases.TaskLease? lease = null;
        replay.Before["cancel a pending task"] =
            async () => Bind(await hand.SubmitAsync("<job-one>", "one", "t0"), "one");
        replay.Before["requeue a leased task"] = async () => lease = await hand.LeaseAsync(worker);
        replay.Before["requeue a running task"] = () => controller.StartedAsync(lease!);
        replay.Before["cancel a succeeded task"] = () => controller.CompleteAsync(lease!, 0);
        replay.Before["cancel the job of a running task: its lease stays"] = async () =>
        {
            Bind(await hand.SubmitAsync("<job-two>", "two", "t0"), "two");
            await controller.StartedAsync(await hand.LeaseAsync(worker, "<token>"));
        };
        replay.Before["started after the cancel"] = async () =>
        {
            Job job = await hand.SubmitAsync("<job-three>", "three", "t0");
            Bind(job, "three");
            lease = await hand.LeaseAsync(worker, "<token>");
            await controller.ActAsync($"/v1/jobs/{job.Id}/cancel", WireJson.Default.Job);
        };
        replay.Before["complete after cancel and requeue: the lease is gone"] = async () =>
        {
            await controller.CompleteAsync(lease!, 0);
            Job job = await hand.SubmitAsync("<job-four>", "four", "t0");
            Bind(job, "four");
            lease = await hand.LeaseAsync(worker, "<token>");
            foreach (string act in new[] { "cancel", "requeue" })
                await controller.ActAsync($"/v1/tasks/{job.Tasks[0].Id}/{act}", WireJson.Default.TaskInfo);
        };
        replay.Before["a paused job after its leased task reports started"] = async () =>
        {
            await hand.RunAsync(worker);
            Job job = await hand.SubmitAsync("<job-five>", "five", "t0", "t1");
            lease = await hand.LeaseAsync(worker);
            await controller.ActAsync($"/v1/jobs/{job.Id}/pause", WireJson.Default.Job);
            await controller.StartedAsync(lease);
        };
        replay.Before["one of two independent tasks failed"] = async () =>
        {
            await controller.ActAsync(
                $"/v1/jobs/{lease!.Task.JobId}/resume", WireJson.Default.Job);
            await controller.CompleteAsync(lease, 1);
        };
        void Bind(Job job, string name) => replay.Match.Bind($"<task-{name}-0>", job.Tasks[0].Id.ToString());
    }
}
