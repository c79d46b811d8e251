using Renderacre.Controller.Hooks;
using Renderacre.Controller.Options;

namespace Renderacre.Controller.Tests.Hooks;

public sealed class HookFileTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void A_file_names_commands_and_addresses_with_their_bounds()
    {
        HookSettings settings = Read("""
            allowed_hosts: [chat.example.com]
            job_ended: [movie]
            step_ended: [seats, movie]
            for_jobs: [movie]
            for_limits: [seats]
            hooks:
              movie:
                command: [/usr/bin/ffmpeg-movie, --crf, 18]
                environment: {ROOM: renders}
                timeout_seconds: 600
                output_bytes_max: 1000
                attempts_max: 2
              seats:
                url: https://licences.example.com/seats
                method: GET
                headers: {Authorization: Bearer x}
            """);
        HookDefinition movie = settings.Find("movie")!; // It is in the file.
        Assert.Equal(["/usr/bin/ffmpeg-movie", "--crf", "18"], Assert.IsType<CommandTarget>(movie.Target).Command);
        Assert.Equal((TimeSpan.FromMinutes(10), 1000, 2), (movie.Timeout, movie.OutputBytesMax, movie.AttemptsMax));
        HttpTarget seats = Assert.IsType<HttpTarget>(settings.Find("seats")!.Target); // It is in the file.
        Assert.True(seats.IsGet);
        Assert.Equal("Bearer x", seats.Headers["Authorization"]);
        Assert.Equal(["chat.example.com"], settings.AllowedHosts);
        Assert.Equal([movie], settings.JobEnded);
        Assert.Equal(["seats", "movie"], settings.StepEnded.Select(hook => hook.Name));
        Assert.Equal((movie, null), (settings.FindForJobs("movie"), settings.FindForJobs("seats")));
        Assert.Equal((null, "seats"), (settings.FindForLimits("movie"), settings.FindForLimits("seats")?.Name));
        Assert.Null(settings.Find("unknown"));
    }

    [Fact]
    public void An_empty_file_has_no_hooks() => Assert.Empty(Read("").Hooks);

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        OptionsException fault = Assert.Throws<OptionsException>(() => Read("""
            hooks:
              neither: {timeout_seconds: 1}
              both: {command: [x], url: "https://a"}
              file: {url: "file:///etc/passwd"}
              user: {url: "https://me:secret@a"}
              put: {url: "https://a", method: PUT}
              slow: {command: [x], timeout_seconds: 0, attempts_max: 99}
            job_ended: [slaw, slow]
            """));
        Assert.Equal(
            $"hooks file '{_file}': "
            + "hooks.neither: either command (and environment) or url (and headers, method) is wanted; "
            + "hooks.both: either command (and environment) or url (and headers, method) is wanted; "
            + "hooks.file.url: an absolute http or https address is wanted; "
            + "hooks.user.url: an absolute http or https address is wanted; "
            + "hooks.put.method: 'PUT' is wrong; POST or GET is wanted; "
            + "hooks.slow.timeout_seconds: more than 0, at most 86400 is wanted; "
            + "hooks.slow.attempts_max: is 99; 1 to 20 is wanted; "
            + "job_ended: there is no hook 'slaw'. Did you mean 'slow'?", fault.Message);
    }

    [Theory]
    [InlineData("hooks: {a: {comand: [x]}}", "comand")]
    [InlineData("hooks: {a: {command: [x]}, a: {command: [y]}}", "key 'a' is given twice")]
    [InlineData("hooks: &a {b: *a}", "aliases are not read here")]
    [InlineData("hooks: [", ", column ")]
    [InlineData("- hooks", "HookFileDocument")]
    public void A_file_of_another_shape_is_refused(string text, string message)
    {
        OptionsException fault = Assert.Throws<OptionsException>(() => Read(text));
        Assert.StartsWith($"hooks file '{_file}': ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(message, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_named() =>
        Assert.StartsWith($"hooks file '{_file}.none': ",
            Assert.Throws<OptionsException>(() => HookFile.Read(_file + ".none")).Message, StringComparison.Ordinal);

    private HookSettings Read(string text)
    {
        File.WriteAllText(_file, text);
        return HookFile.Read(_file);
    }
}
