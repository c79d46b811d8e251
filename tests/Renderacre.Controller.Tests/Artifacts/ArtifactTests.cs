using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Renderacre.Contracts.Farm;
using Renderacre.Contracts.Jobs;
using Renderacre.Contracts.Json;
using Renderacre.Contracts.Leases;
using Renderacre.Contracts.Workers;
using Renderacre.Controller.Tests.Submission;
using Renderacre.Controller.Tests.Support;

namespace Renderacre.Controller.Tests.Artifacts;

public sealed class ArtifactTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("renderacre-artifacts-");
    private readonly DirectoryInfo _outside = Directory.CreateTempSubdirectory("renderacre-outside-");

    public void Dispose()
    {
        _root.Delete(recursive: true);
        _outside.Delete(recursive: true);
    }

    [Theory]
    [InlineData("f.png", "image/png")]
    [InlineData("F.JPEG", "image/jpeg")]
    [InlineData("f.exr", "image/x-exr")]
    [InlineData("f.tiff", "image/tiff")]
    [InlineData("f.dpx", "image/x-dpx")]
    [InlineData("f.mov", "video/quicktime")]
    [InlineData("f.txt", "text/plain")]
    [InlineData("f.blend", "application/octet-stream")]
    public async Task A_file_is_served_inline_with_the_type_of_its_ending(string name, string type)
    {
        await using TestController controller = await StartAsync();
        HttpResponseMessage answer = await GetAsync(controller, Write(_root, name));
        Assert.Equal("bytes", await answer.Content.ReadAsStringAsync(TestController.Stop));
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("inline", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal(name, answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    [Fact]
    public async Task A_range_and_a_head_are_answered()
    {
        await using TestController controller = await StartAsync();
        string path = await AddAsync(controller, Write(_root, "f.png"));
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Range = new RangeHeaderValue(1, 2);
        HttpResponseMessage part = await controller.Http.SendAsync(request, TestController.Stop);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal("yt", await part.Content.ReadAsStringAsync(TestController.Stop));
        HttpResponseMessage head = await controller.Http.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, path), TestController.Stop);
        Assert.Equal((HttpStatusCode.OK, 5L), (head.StatusCode, head.Content.Headers.ContentLength));
        request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Range = new RangeHeaderValue(9, 12);
        HttpResponseMessage none = await controller.Http.SendAsync(request, TestController.Stop);
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, none.StatusCode);
    }

    [Fact]
    public async Task Nothing_outside_the_roots_is_served()
    {
        await using TestController controller = await StartAsync();
        string outside = Write(_outside, "secret.txt");
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, Write(_root, "f.txt"));
        string upwards = Path.Combine(_root.FullName, "..", _outside.Name, "secret.txt");
        string sibling = Write(Directory.CreateDirectory($"{_root.FullName}-more"), "f.txt");
        foreach (string path in new[] { outside, relative, upwards, sibling, _root.FullName, "/proc/self/environ" })
            await RefusedAsync(controller, path, HttpStatusCode.Forbidden);
        Directory.Delete($"{_root.FullName}-more", recursive: true);
    }

    [Fact]
    public async Task Links_folders_pipes_and_missing_files_are_not_served()
    {
        await using TestController controller = await StartAsync();
        string secret = Write(_outside, "secret.txt");
        string linked = Path.Combine(_root.FullName, "linked.txt");
        File.CreateSymbolicLink(linked, secret);
        string folder = Path.Combine(_root.FullName, "folder");
        Directory.CreateSymbolicLink(folder, _outside.FullName);
        string plain = _root.CreateSubdirectory("plain").FullName;
        string missing = Path.Combine(_root.FullName, "missing.png");
        foreach (string path in new[] { linked, Path.Combine(folder, "secret.txt"), plain, missing })
            await RefusedAsync(controller, path, HttpStatusCode.NotFound);
        if (OperatingSystem.IsWindows())
            return;
        string pipe = Path.Combine(_root.FullName, "pipe.png");
        using Process made = Process.Start("mkfifo", pipe);
        await made.WaitForExitAsync(TestController.Stop);
        await RefusedAsync(controller, pipe, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/dev/zero")]
    [InlineData("/dev/null")]
    [InlineData("/dev/tty")]
    public async Task A_device_is_not_served_even_where_it_lies_below_a_root(string device)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "devices are no files there");
        await using TestController controller =
            await TestController.StartAsync(change: options => options with { ArtifactRoots = ["/dev"] });
        ErrorBody error = await RefusedAsync(controller, device, HttpStatusCode.NotFound);
        Assert.Contains("devices are not served", error.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_root_nothing_is_served_and_the_answer_names_the_option()
    {
        await using TestController controller = await TestController.StartAsync();
        ErrorBody error = await RefusedAsync(controller, Write(_root, "f.png"), HttpStatusCode.Forbidden);
        Assert.Contains("--artifact-root", error.Error, StringComparison.Ordinal);
    }

    private Task<TestController> StartAsync() =>
        TestController.StartAsync(change: options => options with { ArtifactRoots = [_root.FullName] });

    private static string Write(DirectoryInfo folder, string name)
    {
        string path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, "bytes");
        return path;
    }

    private static async Task<ErrorBody> RefusedAsync(TestController controller, string path, HttpStatusCode status) =>
        await TestController.ErrorAsync(await GetAsync(controller, path), status);

    private static async Task<HttpResponseMessage> GetAsync(TestController controller, string path) =>
        await controller.Http.GetAsync(await AddAsync(controller, path), TestController.Stop);

    // A worker names the file as its task's artifact.
    private static async Task<string> AddAsync(TestController controller, string path)
    {
        WorkerInfo worker = await controller.RegisterAsync("hand");
        await controller.SubmitAsync(DirectPlanTests.Submit(DirectPlanTests.Task("a")));
        TaskLease lease = (await controller.LeaseAsync(worker))!;
        TaskComplete complete = TestController.Ended(lease, 0) with
        {
            Artifacts =
            [
                new TaskArtifact
                {
                    Name = Path.GetFileName(path),
                    Path = path,
                    SizeBytes = 5,
                    Kind = ArtifactKind.Image,
                },
            ],
        };
        await controller.PostAsync($"/v1/tasks/{lease.Task.Id}/complete", complete,
            WireJson.Default.TaskComplete, WireJson.Default.TaskInfo);
        return $"/v1/tasks/{lease.Task.Id}/artifacts/0";
    }
}
