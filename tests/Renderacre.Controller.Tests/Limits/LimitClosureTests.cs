using System.Net;
using Renderacre.Contracts.Explaining;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Limits;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Sync;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;
using Wire = Renderacre.Contracts.Json.WireJson;

namespace Renderacre.Controller.Tests.Limits;

public sealed class LimitClosureTests
{
    [Fact]
    public async Task A_want_of_a_licence_shuts_the_limit_that_its_rule_names_until_a_person_opens_it()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller);
        Job failing = await controller.SubmitAsync(Licensed("failing", "nuke"));
        SyncingWorker worker = await SyncingWorker.RegisterAsync(controller, "node");
        await worker.SyncAsync();
        LeaseAssignment lease = Assert.Single(worker.Leases);
        Assert.Equal("nuke", Assert.Single(worker.Supervision!.ExitCodeRules).Limit);
        await worker.SyncAsync(worker.Started(lease), worker.Completed(lease, LeaseOutcome.Failed) with
        {
            Remedy = FailureRemedy.Licence,
            LicenceLimit = "nuke",
            Message = "no seat",
        });

        LimitSnapshot shut = await LimitAsync(controller);
        Assert.Equal((failing.Id, "failing", "no seat"), (shut.Closed!.JobId, shut.Closed.Job, shut.Closed.Message));
        Assert.Equal(0, shut.Available);
        Job waiting = await controller.SubmitAsync(Licensed("waiting", "nuke"));
        JobExplanation told = await controller.GetAsync($"/v1/jobs/{waiting.Id}/explain", Wire.Default.JobExplanation);
        ExplainedReason reason = Assert.Single(Assert.Single(told.Steps).Reasons);
        Assert.Equal("limit_closed", reason.Reason);
        Assert.Equal(
            $"limit 'nuke' is shut until {shut.Closed.Until:yyyy-MM-dd HH:mm:ss} UTC: a task of job 'failing' "
            + $"({failing.Id}) found no licence (no seat); where there are some again: limits reopen nuke",
            reason.Message);

        LimitSnapshot open = await controller.ActAsync(WirePath.LimitReopen("nuke"), Wire.Default.LimitSnapshot);
        Assert.Null(open.Closed);
        IReadOnlyList<AuditEvent> audit =
            await controller.GetAsync(WirePath.Audit, Wire.Default.IReadOnlyListAuditEvent);
        Assert.Equal(
            [("limit.close", "limit", "nuke"), ("limit.reopen", "limit", "nuke")],
            audit.Where(happened => happened.Action is "limit.close" or "limit.reopen")
                .Select(happened => (happened.Action, happened.TargetType, happened.TargetId)));
    }

    [Fact]
    public async Task A_rule_that_names_a_limit_that_there_is_not_is_warned_of_and_explain_repeats_it()
    {
        await using TestController controller = await TestController.StartAsync();
        await DefineAsync(controller);
        Job job = await controller.SubmitAsync(Licensed("shot", "nuk"));
        Assert.Equal(["nobody has defined limit 'nuk'. Did you mean 'nuke'?"], job.Warnings);
        JobExplanation told = await controller.GetAsync($"/v1/jobs/{job.Id}/explain", Wire.Default.JobExplanation);
        Assert.Equal(job.Warnings, told.Warnings);
    }

    [Fact]
    public async Task More_of_a_limit_than_it_has_is_warned_of()
    {
        await using TestController controller = await TestController.StartAsync();
        await controller.PostAsync(
            WirePath.Limits, new LimitDefine { Name = "amount.nuke", MaxCount = 2 }, Wire.Default.LimitDefine,
            Wire.Default.LimitSnapshot);
        Job job = await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a") with
        {
            Requirements = new Requirements { Amounts = [new AmountRequirement("amount.nuke", 3, null)] },
        }));
        Assert.Equal(["limit 'amount.nuke' has 2 at most, and 3 are asked for"], job.Warnings);
    }

    [Fact]
    public async Task A_limit_that_there_is_not_is_not_opened()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await TestController.ErrorAsync(
            await controller.PostTextAsync(WirePath.LimitReopen("maya"), ""), HttpStatusCode.NotFound);
        Assert.Contains("maya", error.Error, StringComparison.Ordinal);
    }

    private static JobSubmit Licensed(string name, string limit) =>
        DirectPlanTests.Submit(DirectPlanTests.Task("a") with { Limits = ["nuke"] }) with
        {
            Name = name,
            Policy = new JobPolicy
            {
                LicenceDelay = 600,
                ExitCodeRules = [new ExitCodeRule { ExitCodes = [1], Action = RuleAction.Licence, Limit = limit }],
            },
        };

    private static Task<LimitSnapshot> DefineAsync(TestController controller) => controller.PostAsync(
        WirePath.Limits, new LimitDefine { Name = "nuke", MaxCount = 4 }, Wire.Default.LimitDefine,
        Wire.Default.LimitSnapshot);

    private static async Task<LimitSnapshot> LimitAsync(TestController controller) => Assert.Single(
        await controller.GetAsync(WirePath.Limits, Wire.Default.IReadOnlyListLimitSnapshot));
}
