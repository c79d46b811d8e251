using Renderacre.Worker.Options;
using Renderacre.Worker.Tests.Support;

namespace Renderacre.Worker.Tests.Options;

public sealed class OptionSourcesTests
{
    [Fact]
    public void A_flag_beats_the_environment_and_the_environment_the_file()
    {
        using var folder = new TempFolder();
        var file = folder.Write("w.yaml", "name: file\nslots: 2\ncontroller: http://file:1\nlabels: {app: file}\n");
        var options = Resolve(
            file, new() { ["name"] = "flag" },
            new() { ["RFARM_WORKER_NAME"] = "env", ["RFARM_WORKER_SLOTS"] = "3" });

        Assert.Equal(("flag", 3, new Uri("http://file:1")), (options.Name, options.Slots, options.Controller));
        Assert.Equal("file", options.Labels["app"]);
    }

    [Fact]
    public void Everything_has_a_default()
    {
        var options = Resolve(null, [], []);
        Assert.Equal(
            (new Uri("http://127.0.0.1:7878"), Environment.MachineName, 1, 300, false),
            (options.Controller, options.Name, options.Slots, options.ReattachSeconds, options.StopOnSilence));
    }

    [Fact]
    public void Slots_can_be_left_to_the_machine() =>
        Assert.Null(Resolve(null, new() { ["slots"] = "auto" }, []).Slots);

    [Fact]
    public void Labels_are_split_at_commas()
    {
        var options = Resolve(null, new() { ["labels"] = "app=blender, gpu = yes,," }, []);
        Assert.Equal([("app", "blender"), ("gpu", "yes")], options.Labels.Select(label => (label.Key, label.Value)));
    }

    [Fact]
    public void A_time_without_work_can_come_from_the_environment()
    {
        var options = Resolve(null, [], new()
        {
            ["RFARM_WORKER_WORK_HOURS"] = "Sat,Sun",
            ["RFARM_WORKER_WHEN_IDLE"] = "15",
            ["RFARM_WORKER_ON_REST"] = "give-back",
        });
        Assert.Equal(
            ("Sat,Sun", 15, true),
            (options.WorkHours?.ToString(), options.WhenIdleMinutes, options.GiveBackOnRest));
    }

    [Fact]
    public void No_hours_and_no_minutes_are_no_time_without_work()
    {
        var options = Resolve(null, new() { ["work_hours"] = "", ["when_idle"] = "0" }, []);
        Assert.Equal((null, null), (options.WorkHours, options.WhenIdleMinutes));
    }

    [Theory]
    [InlineData("slots", "many", "--slots: 'many' is wrong; a whole number from 0 to 10000 is wanted")]
    [InlineData("slots", "-1", "--slots: '-1' is wrong; a whole number from 0 to 10000 is wanted")]
    [InlineData("labels", "amount.seats=many", "label amount.seats: 'many' is wrong; a number of 0 or more is wanted")]
    [InlineData("gpu_devices", "0,0", "--gpu-devices: '0,0' is wrong; auto, none or a list of different cards is "
        + "wanted, such as 0,1 or amd:0 (vendors are nvidia, amd, intel, apple)")]
    [InlineData("controller", "host:1", "--controller: 'host:1' is wrong; an address such as "
        + "http://controller:7878 is wanted")]
    [InlineData("on_silence", "panic", "--on-silence: 'panic' is wrong; continue or stop is wanted")]
    [InlineData("work_hours", "Mon 8-9", "--work-hours: 'Mon 8-9' is wrong; days, times, or days and then times "
        + "is wanted, as in Mon-Fri 18:00-08:00; Sat,Sun")]
    [InlineData("when_idle", "soon", "--when-idle: 'soon' is wrong; a whole number from 0 to 10000 is wanted")]
    [InlineData("on_rest", "panic", "--on-rest: 'panic' is wrong; finish or give-back is wanted")]
    [InlineData("labels", "blender", "--label: 'blender' is wrong; 'blender' is no label; one such as app=blender "
        + "is wanted")]
    public void A_wrong_value_names_where_it_came_from_and_what_is_wanted(string key, string value, string message)
    {
        var error = Assert.Throws<WorkerException>(() => Resolve(null, new() { [key] = value }, []));
        Assert.Equal((message, 2), (error.Message, error.ExitCode));
    }

    [Theory]
    [InlineData("colour: red\n", "unknown key 'colour'")]
    [InlineData("name: a\nname: b\n", "key 'name' is given twice")]
    [InlineData("name: [a]\n", "w.yaml', line 1")]
    [InlineData("name: 'a\n", "w.yaml', line")]
    public void A_wrong_file_names_the_place(string text, string part)
    {
        using var folder = new TempFolder();
        var file = folder.Write("w.yaml", text);
        var error = Assert.Throws<WorkerException>(() => Resolve(file, [], []));
        Assert.Contains(part, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.ExitCode);
    }

    [Fact]
    public void A_file_named_by_the_environment_must_be_there()
    {
        var error = Assert.Throws<WorkerException>(
            () => Resolve(null, [], new() { ["RFARM_CONFIG"] = "/none/w.yaml" }));
        Assert.Contains("/none/w.yaml", error.Message, StringComparison.Ordinal);
    }

    private static WorkerOptions Resolve(
        string? config, Dictionary<string, string> flags, Dictionary<string, string> environment) =>
        OptionSources.Resolve(flags, environment.GetValueOrDefault, config);
}
