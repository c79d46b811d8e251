using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Paths;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Hooks;
using Renderacre.Controller.Hosting;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Hooks;

public sealed class PowerHookTests
{
    [Fact]
    public async Task An_idle_worker_is_shut_down_and_woken_when_work_waits_for_it()
    {
        await using HookReceiver off = await HookReceiver.StartAsync();
        await using HookReceiver wake = await HookReceiver.StartAsync();
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using TestController controller = await TestController.StartAsync(
            new HostSeams { Time = time }, TimeSpan.FromSeconds(120), options => options with
            {
                Hooks = new HookSettings
                {
                    WorkerShutDown = [Telling(off)],
                    WorkerWake = [Telling(wake)],
                    IdleShutDown = TimeSpan.FromMinutes(1),
                },
            });
        WorkerInfo worker = await RegisterAsync(controller);
        WorkerInfo other = await controller.RegisterAsync("other");
        for (int passed = 0; passed < 80; passed += 20)
            await PassAsync(time, controller, worker);
        JsonElement told = await off.NextAsync();
        Assert.Equal(("worker_shut_down", worker.Id.ToString()), (Text(told, "event"), Text(told, "worker_id")));
        Assert.Equal("aa:bb", told.GetProperty("labels").GetProperty("mac").GetString());
        WorkerInfo asleep = await controller.GetAsync($"/v1/workers/{worker.Id}", WireJson.Default.WorkerInfo);
        Assert.Equal(WorkerStatus.Asleep, asleep.Status);
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        for (int passed = 0; passed < 160; passed += 20)
            await PassAsync(time, controller, other);
        told = await wake.NextAsync();
        Assert.Equal(("worker_wake", "hand"), (Text(told, "event"), Text(told, "worker_name")));
    }

    // What a request makes the writer do, it does at the time that has come.
    private static async Task PassAsync(FakeTimeProvider time, TestController controller, WorkerInfo heardOf)
    {
        time.Advance(TimeSpan.FromSeconds(20));
        await controller.ActAsync($"/v1/workers/{heardOf.Id}/heartbeat", WireJson.Default.WorkerInfo);
    }

    private static Task<WorkerInfo> RegisterAsync(TestController controller) => controller.PostAsync(
        WirePath.Register,
        new WorkerRegister
        {
            Name = "hand",
            Labels = new Dictionary<string, string> { ["power"] = "managed", ["mac"] = "aa:bb" },
        },
        WireJson.Default.WorkerRegister, WireJson.Default.WorkerInfo);

    private static HookDefinition Telling(HookReceiver receiver) =>
        new("power", new HttpTarget(receiver.Url, new Dictionary<string, string>()))
        {
            Timeout = TimeSpan.FromDays(1),
        };

    private static string Text(JsonElement told, string name) => told.GetProperty(name).GetString()!; // All are texts.
}
