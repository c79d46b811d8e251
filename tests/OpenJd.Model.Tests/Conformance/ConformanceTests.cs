using OpenJd.Model.Reading;
using OpenJd.Model.Tests.Support;

namespace OpenJd.Model.Tests.Conformance;

public sealed class ConformanceTests
{
    public static TheoryData<string> Templates => ConformanceSuite.Templates();

    [Fact]
    public void The_suite_is_there()
    {
        var isExpected = SharedFolder.MustBeThere || ConformanceSuite.Directory is not null;
        Assert.SkipUnless(isExpected, "The official suite is not on this machine.");
        Assert.NotNull(ConformanceSuite.Directory);
        Assert.NotEmpty(Templates);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Templates))]
    public void A_template_is_accepted_or_refused(string path)
    {
        var errors = TemplateReader.Check(ConformanceSuite.Read(path));
        var isRefused = path.Contains(".invalid.", StringComparison.Ordinal);
        Assert.True(isRefused == (errors.Count > 0), $"{path}: {string.Join("; ", errors)}");
    }
}
