using System.IO.Compression;
using Renderacre.EndToEnd.Farms;
using Renderacre.Python.Tests.Wheels;

namespace Renderacre.Python.Tests.Pythons;

/// <summary>The package's types hold by themselves and for who uses it.</summary>
public sealed class TypingTests
{
    private const string User = """
        import renderacre
        from typing import List

        def failed(url: str) -> List[str]:
            with renderacre.Client(url, timeout=5) as farm:
                job: renderacre.Job = farm.wait(farm.submit(renderacre.command_job("n", "e", ["x"], priority=1)))
                return [task.name for task in farm.tasks(job, state="failed")]

        faults: List[renderacre.TemplateFault] = renderacre.check_template("x")
        lines: List[int] = [fault.line for fault in faults]

        """;

    [Fact]
    public async Task Mypy_accepts_the_package_and_a_user_of_it_as_strict()
    {
        using var folder = await UnpackAsync(User);

        await CheckAsync(folder);
    }

    [Fact]
    public async Task Mypy_refuses_a_user_with_a_wrong_type()
    {
        using var folder = await UnpackAsync(User + "renderacre.command_job(1, 2)\n");

        await Assert.ThrowsAnyAsync<Exception>(() => CheckAsync(folder));
    }

    private static async Task<TempFolder> UnpackAsync(string user)
    {
        var wheel = Wheel.Need();
        Tool.Need("mypy");
        var folder = new TempFolder();
        await ZipFile.ExtractToDirectoryAsync(wheel.Path, folder.Path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.PathOf("user.py"), user, TestContext.Current.CancellationToken);
        return folder;
    }

    private static Task<string> CheckAsync(TempFolder folder) => Command.OutputOfAsync(
        "mypy", ["--strict", "--no-incremental", "--python-version", "3.7", "-p", "renderacre", "-m", "user"],
        new Dictionary<string, string>(), folder.Path);
}
